package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;
import se.tidig.Chromium;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;
import se.tidig.payment.PaymentFixture;

/** An administrator's and a process owner's work in Cockpit, in a real browser. */
@TidigTest
class CockpitTest {

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|Hit policy|When|Then|Annotations?|Failed|failed\\w+|null|Error|Search|Select|of)\\b");

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private List<TopicWorker> workers;

    @Autowired
    private ExternalTaskService external;

    @Autowired
    private RuntimeService runtime;

    @Value("${tidig.data-dir}")
    private Path data;

    private Path vouchers;
    private Screen screen;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        vouchers = data.resolve("payments").resolve("out");
        FileSystemUtils.deleteRecursively(vouchers);
        screen = new Screen(Chromium.program(), port);
    }

    @AfterEach
    void close() throws IOException {
        if (screen != null) {
            screen.close();
        }
        FileSystemUtils.deleteRecursively(vouchers);
    }

    @Test
    void anAdministratorFindsWhatStandsStillReadsWhyMendsItAndTriesAgain() throws IOException {
        var order = ordered();
        Files.createDirectories(vouchers.getParent());
        Files.writeString(vouchers, "En fil där en mapp ska vara.");
        exportUntilItGivesUp();

        var page = person("admin");
        page.waitForURL("**/camunda/app/cockpit/**");
        page.getByRole(AriaRole.LINK, named("Processer")).click();
        page.locator("table").getByText("Betalning", exactly()).click();
        assertThat(page.getByText(order).first()).isVisible();
        page.locator(".nav-tabs").getByText("Incidenter").click();
        var incident = page.locator(".incidents-tab tbody tr");
        assertThat(incident).containsText("Betalningsunderlaget " + order + " kan inte skrivas i mappen");
        assertThat(incident).containsText("Kontrollera att mappen finns");
        assertThatNothingIsEnglish(page);
        incident.locator(".process-instance a, a[href*='process-instance']")
                .first()
                .click();
        page.waitForURL("**/process-instance/**");
        // The page before has a tab of that name too, and stays until the next is built.
        assertThat(page.locator(".nav-tabs").getByText("Variabler")).isVisible();
        page.locator(".nav-tabs").getByText("Incidenter").click();
        assertThat(incident).containsText("Kontrollera att mappen finns");
        var again = incident.locator("a.action-button:visible");
        assertThat(again.boundingBox().x).isLessThan(1240);

        Files.delete(vouchers);
        again.click();
        page.getByRole(AriaRole.BUTTON, named("Försök igen")).click();
        assertThat(page.locator(".modal-content")).containsText("Antalet försök har ökats.");
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThatNothingIsEnglish(page);

        play.asNobody().goOn();
        assertThat(vouchers.resolve(order + "-1.csv")).isRegularFile();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aProcessOwnerSeesTheVersionsOfAProcessAndOfATable() {
        var page = person("processOwner");
        page.waitForURL("**/camunda/app/cockpit/**");
        page.getByRole(AriaRole.LINK, named("Processer")).click();
        page.locator("table").getByText("Ansökan", exactly()).click();
        assertThat(page.locator(".djs-container").first()).isVisible();
        assertThat(version(page)).hasText(Pattern.compile("\\d+"));
        assertThatNothingIsEnglish(page);

        page.getByRole(AriaRole.LINK, named("Beslut")).click();
        page.locator("table").getByText("Vem beslutar", exactly()).click();
        assertThat(page.locator(".dmn-decision-table-container")).containsText("Träffregel:");
        assertThat(version(page)).hasText(Pattern.compile("\\d+"));
        assertThatNothingIsEnglish(page);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aProcessOwnerSeesHowManyTasksEachGroupHasAndNoneOfThem() {
        payments.begin("disbursement", payments.due());
        var page = person("processOwner");
        page.waitForURL("**/camunda/app/cockpit/**");
        page.getByRole(AriaRole.LINK, named("Uppgifter")).click();
        assertThat(page.locator("table").last()).containsText("Ekonomihandläggare");
        assertThatNothingIsEnglish(page);
        assertThat(complaints).isEmpty();
    }

    /** Staff are kept in Tidig's own register; Admin offered forms whose submission was refused. */
    @Test
    void adminOffersToAddNeitherPersonsNorGroupsNorBoards() {
        var page = person("admin");
        page.waitForURL("**/camunda/app/cockpit/**");
        page.navigate("/camunda/app/admin/default/");
        assertThat(page.getByText("Användare").first()).isVisible();
        for (var list : List.of("users", "groups", "tenants")) {
            page.evaluate("list => location.hash = '#/' + list", list);
            assertThat(page.locator("table tbody tr").first()).isVisible();
            assertThat(page.locator("a[href$='-create']:visible")).hasCount(0);
        }
        page.evaluate("location.hash = '#/'");
        assertThat(page.locator("a[href='#/users']:visible").last()).isVisible();
        assertThat(page.locator("a[href$='-create']:visible")).hasCount(0);
    }

    /**
     * Persons, groups and boards are shown, by whatever path their pages are reached; nothing is offered that would
     * be refused.
     */
    @Test
    void adminOffersToChangeNeitherPersonsNorGroupsNorBoardsAndSaysWhereTheyAreKept() {
        var page = person("admin");
        page.waitForURL("**/camunda/app/cockpit/**");
        page.navigate("/camunda/app/admin/default/");
        for (var list : List.of("users", "groups", "tenants")) {
            page.evaluate("list => location.hash = '#/' + list", list);
            assertThat(page.locator("table td.action a").first()).hasText("Visa");
        }
        var shown = Map.of(
                "users/admin?tab=profile", "Annika Admin",
                "users/officerK1?tab=profile", "Olle Berg",
                "users/officerK1?tab=account", "Olle Berg",
                "users/officerK1?tab=groups", "Handläggare",
                "users/officerK1?tab=tenants", "Länsstyrelsen i Blekinge län",
                "groups/caseOfficers?tab=group", "Handläggare",
                "groups/caseOfficers?tab=tenants", "Handläggare",
                "tenants/SEK?tab=tenant", "Information",
                "tenants/SEK?tab=users", "Olle Berg");
        for (var place : shown.entrySet()) {
            page.evaluate("location.hash = '#/'");
            var content = page.locator("section:has(.section-content)");
            assertThat(content).hasCount(0);
            page.evaluate("place => location.hash = '#/' + place", place.getKey());
            assertThat(content).containsText(place.getValue());
            assertThat(content.locator(".kept-elsewhere a[href='/personal']")).isVisible();
            assertThat(content.locator(
                            "input:not([readonly]):visible, button:visible, :is(header, td) a[ng-click]:visible"))
                    .hasCount(0);
            assertThat(page.locator("a[href$='tab=account']:visible")).hasCount(0);
        }
        page.evaluate("location.hash = '#/users/admin?tab=profile'");
        var name = page.getByLabel("Förnamn");
        assertThat(name).hasValue("Annika");
        assertThat(name).not().isEditable();
    }

    private static Locator version(Page page) {
        return page.locator(".definition-version .ng-binding, .definition-version button, .definition-version span")
                .last();
    }

    /** If Cockpit is refused something that it asks for, the page has a hole. */
    private Page person(String name) {
        var page = screen.person(name);
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    private String ordered() {
        var milestone = payments.due();
        payments.begin("disbursement", milestone);
        play.as("financeK1").complete("userTask_prepareDisbursement", milestone, PaymentFixture.prepared());
        play.as("financeK2").complete("userTask_approveDisbursement", milestone, Map.of("paymentApproval", "APPROVE"));
        play.asNobody().runJobs();
        return milestone;
    }

    /** The last of the tries: no pause is waited for here. */
    private void exportUntilItGivesUp() {
        var worker = workers.stream()
                .filter(candidate -> candidate.topic().equals("payment.export"))
                .findFirst()
                .orElseThrow();
        var task = external.fetchAndLock(1, "test")
                .topic(worker.topic(), 60_000L)
                .execute()
                .get(0);
        var failure = catchThrowable(() -> worker.work(TopicTask.of(task)));
        assertThat(failure).isNotNull();
        external.handleFailure(task.getId(), "test", failure.getMessage(), "", 0, 0);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void assertThatNothingIsEnglish(Page page) {
        assertThat(page.locator("body").innerText()).doesNotContainPattern(ENGLISH);
    }
}
