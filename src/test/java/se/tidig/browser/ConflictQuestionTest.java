package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Chromium;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.assessment.Recusals;
import se.tidig.payment.PaymentFixture;

/** The question of conflicts of interest before a task's own questions in Tasklist. */
@TidigTest
class ConflictQuestionTest {

    private static final String PREPARE = "userTask_prepareDisbursement";
    private static final String OWN_QUESTION = "förbered utbetalningen";

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private Recusals recusals;

    private Screen screen;
    private String milestone;

    @BeforeEach
    void aPaymentIsToBePrepared() {
        screen = new Screen(Chromium.program(), port);
        milestone = payments.due();
        payments.begin("disbursement", milestone);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void theTasksOwnQuestionsComeWithTheAnswerThatNothingIsKnown() {
        var page = opened();
        assertThat(page.getByText("Föreningen Bryggan").first()).isVisible();
        assertThat(page.getByText(OWN_QUESTION)).isHidden();

        page.getByLabel("Jag känner inte till något som kan göra mig jävig").check();
        assertThat(page.getByText(OWN_QUESTION)).isVisible();
        page.getByLabel("Jag anmäler jäv").check();
        assertThat(page.getByText(OWN_QUESTION)).isHidden();
        page.getByLabel("Jag känner inte till något som kan göra mig jävig").check();
    }

    @Test
    void whoDeclaresAConflictLeavesTheTaskWithoutAnsweringIt() {
        var page = opened();
        page.getByLabel("Jag anmäler jäv").check();
        page.getByLabel("Omständigheten").fill("Jag sitter i föreningens styrelse.");
        page.locator(".fjs-form-field-select .fjs-input-group").first().click();
        page.getByText("Jag eller någon närstående är part").click();
        page.getByRole(AriaRole.BUTTON, named("Slutför")).click();

        assertThat(page.locator(".fjs-container")).hasCount(0);
        assertThat(recusals.isRecused(MilestoneKey.of(milestone).reference(), Actor.of("financeK1")))
                .isTrue();
        play.asNobody();
        assertThat(play.openTasks(milestone)).containsExactly(PREPARE);
        assertThat(play.task(PREPARE, milestone).getAssignee()).isNull();
    }

    private Page opened() {
        var task = play.as("financeK1").claim(PREPARE, milestone).getId();
        play.asNobody();
        var page = screen.person("financeK1");
        page.waitForURL("**/camunda/app/tasklist/**");
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
        page.locator(".fjs-form").waitFor();
        return page;
    }
}
