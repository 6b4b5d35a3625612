package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Chromium;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.call.CallFixture;
import se.tidig.call.Calls;
import se.tidig.organisation.Board;

/**
 * What only the server finds wrong in a start form of Tasklist is shown at the fields that it is about. The window is so
 * low that a person who clicks the button does not see the fields.
 */
@TidigTest
class RefusalsInPlaceTest {

    private static final String SUBMIT = "**/process-definition/**/submit-form";
    private static final String CALL = "Utlysningsnummer";
    private static final String REASON = "Skäl";
    private static final String WARNING = "Det du har skrivit försvinner om du lämnar formuläret.";

    @LocalServerPort
    private int port;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Calls announced;

    @Autowired
    private TaskService tasks;

    private Screen screen;
    private Page page;
    private Reference call;

    @BeforeEach
    void aFilledInStartForm() {
        screen = new Screen(Chromium.program(), port);
        call = calls.open(Board.K);
        page = screen.person("officerK1");
        page.getByText("Starta en process").click();
        page.getByPlaceholder("Sök på processens namn.").fill("Ändrad sista ansökningsdag");
        page.locator(".modal-body")
                .getByText("Ändrad sista ansökningsdag", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel(CALL).fill(call.value());
        page.locator(".flatpickr-input")
                .fill(announced
                        .get(Reference.of(call.value()))
                        .terms()
                        .decisionBy()
                        .toString());
        page.locator(".flatpickr-input").press("Enter");
        page.getByLabel("Sista ansökningsdag, klockslag").fill("16:00");
        page.getByLabel(REASON).fill("Fler hinner söka.");
        page.setViewportSize(1280, 400);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void twoFaultsAreShownAtBothFieldsWithTheFirstInViewAndGoWhenTheyAreMended() {
        page.route(SUBMIT, this::withTwoFaults);
        startUnseen();

        assertThat(errorAt(CALL)).isVisible();
        assertThat(errorAt(REASON)).hasCount(1);
        assertThat(page.locator(".tidig-refused")).hasCount(2);
        assertThat(errorAt(CALL)).containsText("Skriv utlysningsnumret");
        assertThat(errorAt(REASON)).containsText(REASON);
        assertThat(errorAt(CALL)).isInViewport();
        assertThat(box()).hasCount(1);
        assertThat(page.getByLabel(CALL)).hasValue(call.value());
        assertThat(page.getByLabel(REASON)).hasValue("Fler hinner söka.");

        page.getByLabel(CALL).fill(call + " ");
        assertThat(errorAt(CALL)).hasCount(0);
        assertThat(errorAt(REASON)).hasCount(1);
        page.getByLabel(REASON).fill("Många har frågat.");
        assertThat(page.locator(".tidig-refused")).hasCount(0);

        page.unroute(SUBMIT);
        start();
        assertThat(page.locator(".modal-content")).hasCount(0);
        assertThat(box()).hasCount(0);
        assertThat(tasks.createTaskQuery()
                        .processDefinitionKey("closing-change")
                        .count())
                .isOne();
    }

    @Test
    void aFaultThatIsLeftIsShownAloneAtTheNextAttempt() {
        page.route(SUBMIT, this::withTwoFaults);
        startUnseen();
        assertThat(page.locator(".tidig-refused")).hasCount(2);

        page.unroute(SUBMIT);
        page.route(SUBMIT, RefusalsInPlaceTest::withABlankReason);
        start();

        assertThat(page.locator(".tidig-refused")).hasCount(1);
        assertThat(errorAt(REASON)).isInViewport();
        assertThat(tasks.createTaskQuery()
                        .processDefinitionKey("closing-change")
                        .count())
                .isZero();
    }

    @Test
    void whatIsTypedIsLostOnlyIfThePersonLeavesTwice() {
        leave().dblclick();
        assertThat(page.getByText(WARNING)).isVisible();
        page.getByLabel(REASON).fill("Fler hinner söka nu.");
        assertThat(page.getByText(WARNING)).hasCount(0);
        page.getByLabel(REASON).press("Escape");
        assertThat(page.getByText(WARNING)).isInViewport();
        assertThat(page.getByLabel(REASON)).hasValue("Fler hinner söka nu.");

        page.waitForTimeout(1000);
        leave().click();
        assertThat(page.locator(".modal-content")).hasCount(0);
    }

    private Locator leave() {
        return page.getByRole(AriaRole.BUTTON, named("Stäng"));
    }

    /** Clicks the button with the first field out of view. */
    private void startUnseen() {
        button().evaluate("button => button.scrollIntoView({ block: 'end' })");
        assertThat(page.getByLabel(CALL)).not().isInViewport();
        start();
    }

    private void start() {
        button().click();
    }

    private Locator button() {
        return page.getByRole(AriaRole.BUTTON, named("Starta"));
    }

    private Locator errorAt(String label) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(label)))
                .locator(".fjs-form-field-error");
    }

    /** The box in which Tasklist shows that the server has refused. */
    private Locator box() {
        return page.locator(".alert-danger:visible");
    }

    private void withTwoFaults(Route route) {
        send(route, body(route).replace(call.value(), "K").replace("Fler hinner söka.", "\u200b"));
    }

    private static void withABlankReason(Route route) {
        send(route, body(route).replace("Fler hinner söka.", "\u200b"));
    }

    private static String body(Route route) {
        return route.request().postData();
    }

    private static void send(Route route, String body) {
        assertThat(body).isNotEqualTo(body(route));
        route.resume(new Route.ResumeOptions().setPostData(body));
    }
}
