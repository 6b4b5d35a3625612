package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.google.gson.Gson;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Chromium;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.assessment.Assessment;
import se.tidig.assessment.Assessments;
import se.tidig.call.CallFixture;
import se.tidig.call.Calls;
import se.tidig.call.ClosingChangeService;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;

/** An officer's work in Tasklist, in a real browser. */
@TidigTest
class TasklistTest {

    private static final String ASSESS = "userTask_assessApplication";
    private static final String SCORE_A = "A. Behov av verksamheten, poäng";
    private static final String SUBMIT = "**/submit-form";

    /** Form-js's and Tasklist's own texts, if nobody has translated them. */
    private static final Pattern ENGLISH = Pattern.compile(
            "Cannot submit|Field (is|must)|Value is not|Nothing to show|Please select|ENGINE-\\d|No results",
            Pattern.CASE_INSENSITIVE);

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Calls announced;

    @Autowired
    private ClosingChangeService closingChanges;

    @Autowired
    private Assessments assessments;

    @Autowired
    private TaskService tasks;

    private Screen screen;
    private Reference reference;

    @BeforeEach
    void anAssessmentLiesFree() {
        screen = new Screen(Chromium.program(), port);
        var answers = ApplicationFixture.answers(
                "budgetLines",
                List.of(
                        Map.of("category", "salary", "description", "Samordnare", "amount", 100_000),
                        Map.of("category", "ownPremises", "description", "Egen lokal", "amount", 20_000)));
        reference = cases.takenOn(cases.call(), answers);
        // Its officer has returned it, so that a colleague may take it.
        play.as("officerK1");
        tasks.claim(play.task(ASSESS, reference.value()).getId(), null);
        play.asNobody();
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void anOfficerFindsClaimsAndCompletesTheAssessmentAndIsToldInSwedishWhatIsWrong() {
        var page = screen.person("officerK1");
        page.waitForURL("**/camunda/app/tasklist/**");

        page.getByText("Min grupps lediga uppgifter").click();
        var card = page.locator("li.task").filter(new Locator.FilterOptions().setHasText(reference.value()));
        assertThat(card).containsText("Föreningen Bryggan");
        open(page);
        page.getByText("Ta uppgiften").click();
        assertThat(page.getByLabel(SCORE_A)).isEditable();

        assertTheCaseStandsAboveTheQuestions(page);
        answer(page);

        type(page.getByLabel(SCORE_A), "7");
        assertThat(page.getByText("Ange högst 4.")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Slutför"))).isDisabled();

        type(page.getByLabel(SCORE_A), "3");
        page.route(SUBMIT, TasklistTest::sevenPoints);
        complete(page);
        assertThat(page.getByText(SCORE_A + " ska vara högst 4.")).isVisible();
        assertNothingIsEnglish(page);
        assertThat(assessments.of(reference)).isEmpty();

        page.unroute(SUBMIT);
        complete(page);
        assertThat(page.locator(".fjs-container")).hasCount(0);
        assertNothingIsEnglish(page);
        assertThat(assessments.of(reference)).extracting(Assessment::assessor).containsExactly(Actor.of("officerK1"));
        cases.goOn();
        assertThat(play.path("application", reference.value())).endsWith("catch_prioritised");
    }

    @Test
    void anOfficerWhoseSessionHasEndedLogsInAgainAndFindsWhatWasWritten() {
        var page = screen.person("officerK1");
        var need = take(page);
        answer(page);
        type(need, "Ett långt resonemang.");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Slutför"))).isEnabled();

        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        complete(page);
        assertThat(page.getByText("Inloggningen har gått ut.")).isVisible();
        page.getByPlaceholder("Användarnamn").fill("officerK1");
        page.getByPlaceholder("Lösenord").fill(DemoStaff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Logga in")).click();

        page.getByText("Mina uppgifter").click();
        open(page);
        assertThat(need).hasValue("Ett långt resonemang.");
        assertThat(assessments.of(reference)).isEmpty();
    }

    @Test
    void whoHandsInTooEarlyIsShownTheFirstThingThatIsMissing() {
        var page = screen.person("officerK1");
        var need = take(page);
        complete(page);
        assertThat(page.getByText("Rätta det som är markerat med rött i formuläret."))
                .isVisible();
        assertThat(need).isFocused();
        assertThat(need).isInViewport();
        assertThat(page.locator(".fjs-form-field-radio .fjs-form-field-error").first())
                .hasText("Välj ett alternativ.");
    }

    /** The rows of a list make the form invalid before anybody has answered: the button is dimmed from the start. */
    @Test
    void aFindingIsNamedInWordsAndADimmedButtonSaysWhatIsMissing() {
        reference = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationType", "company"));
        var page = screen.person("officerK1");
        page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(reference.value()))
                .getByText("Pröva avslagsgrunder")
                .click();
        assertThat(page.locator(".fjs-form-field-select").getByText("Organisationsform"))
                .isVisible();
        assertThat(page.locator(".fjs-container").innerText()).doesNotContain("APPLICANT_TYPE");
        var button = page.getByRole(AriaRole.BUTTON, named("Slutför"));
        assertThat(button).isDisabled();
        button.scrollIntoViewIfNeeded();
        var place = button.boundingBox();
        page.mouse().click(place.x + 5, place.y + 5);
        assertThat(page.locator(".fjs-form-field-error")).hasCount(3);
        assertThat(page.locator(".fjs-form-field-radio").getByText("Ställningstagande"))
                .isInViewport();
    }

    @Test
    void weeksBeginOnMondayAndListsAreEditedByAdministratorsOnly() {
        var page = screen.person("officerK1");
        page.getByText("Mina uppgifter").waitFor();
        assertThat(page.locator(".task-filter .glyphicon-pencil:visible")).hasCount(0);
        start(page, "Ändrad sista ansökningsdag");
        page.getByLabel("Ny sista ansökningsdag").click();
        assertThat(page.locator(".flatpickr-weekday").first()).containsText("mån");

        var admins = screen.person("admin");
        admins.waitForURL("**/cockpit/**");
        admins.navigate("/camunda/app/tasklist/default/");
        admins.locator(".task-filter.active .glyphicon-pencil").waitFor();
    }

    /** Both ask for a time of day under the same key. */
    @Test
    void theDraftOfOneStartFormIsNotShownInAnother() {
        var page = screen.person("officerK1");
        start(page, "Ändrad sista ansökningsdag");
        type(page.getByLabel("Utlysningsnummer"), "K-2026-1");
        page.locator(".flatpickr-input").fill("2026-12-24");
        page.locator(".flatpickr-input").press("Enter");
        type(page.getByLabel("Sista ansökningsdag, klockslag"), "12:34:56");
        type(page.getByLabel("Skäl"), "Fler hinner söka.");

        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.getByRole(AriaRole.BUTTON, named("Starta")).click();
        page.getByPlaceholder("Användarnamn").fill("officerK1");
        page.getByPlaceholder("Lösenord").fill(DemoStaff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Logga in")).click();
        page.getByText("Mina uppgifter").waitFor();

        start(page, "Utlysning");
        assertThat(page.getByLabel("Sista ansökningsdag, klockslag")).hasValue("23:59:59");
        start(page, "Ändrad sista ansökningsdag");
        assertThat(page.getByLabel("Sista ansökningsdag, klockslag")).hasValue("12:34:56");
        assertThat(page.getByLabel("Skäl")).hasValue("Fler hinner söka.");
    }

    /** A person who sees nothing happen clicks again. */
    @Test
    void aSecondClickOnASlowLineHandsInOnce() {
        var page = screen.person("officerK1");
        take(page);
        answer(page);
        var handedIn = new ArrayList<Route>();
        page.route(SUBMIT, handedIn::add);
        var button = page.getByRole(AriaRole.BUTTON, named("Slutför"));
        assertThat(button).isEnabled();
        button.dblclick();
        page.waitForCondition(() -> !handedIn.isEmpty());
        var place = button.boundingBox();
        page.mouse().click(place.x + 5, place.y + 5);
        page.waitForTimeout(500);

        assertThat(handedIn).hasSize(1);
        handedIn.get(0).resume();
        assertThat(page.locator(".fjs-container")).hasCount(0);
        assertThat(page.locator(".alert-danger:visible").allInnerTexts()).isEmpty();
        assertThat(handedIn).hasSize(1);
        assertThat(assessments.of(reference)).hasSize(1);
    }

    @Test
    void aDateInThePastIsAnsweredInSwedishAndNothingIsLost() {
        var call = calls.open(Board.K);
        var page = screen.person("officerK1");
        start(page, "Ändrad sista ansökningsdag");
        type(page.getByLabel("Utlysningsnummer"), call.value());
        var date = page.locator(".flatpickr-input");
        date.fill("2020-01-15");
        date.press("Enter");
        type(page.getByLabel("Sista ansökningsdag, klockslag"), "16:00");
        type(page.getByLabel("Skäl"), "Fler hinner söka.");
        page.getByRole(AriaRole.BUTTON, named("Starta")).click();

        assertThat(page.getByText("Den nya tiden har redan passerat. Ange en tid framåt."))
                .isVisible();
        assertNothingIsEnglish(page);
        assertThat(page.getByLabel("Utlysningsnummer")).hasValue(call.value());
        assertThat(date).hasValue("2020-01-15");
        assertThat(page.getByLabel("Sista ansökningsdag, klockslag")).hasValue("16:00");
        assertThat(page.getByLabel("Skäl")).hasValue("Fler hinner söka.");

        date.fill(announced.get(call).terms().decisionBy().toString());
        date.press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Starta")).click();
        assertThat(page.locator(".modal-content")).hasCount(0);
        assertThat(tasks.createTaskQuery()
                        .processDefinitionKey("closing-change")
                        .count())
                .isOne();
    }

    /** Form-js reads a day as midnight in Greenwich, which is the day before on a machine further west. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Auckland"})
    void aDayStaysTheDayThatWasTypedWhereverTheMachineIs(String zone) {
        var call = calls.open(Board.K);
        var day = announced.get(call).terms().decisionBy();
        var page = screen.person("officerK1", zone);
        start(page, "Ändrad sista ansökningsdag");
        type(page.getByLabel("Utlysningsnummer"), call.value());
        var date = page.locator(".flatpickr-input");
        date.fill(day.toString());
        date.press("Enter");
        type(page.getByLabel("Sista ansökningsdag, klockslag"), "16:00");
        type(page.getByLabel("Skäl"), "Fler hinner söka.");
        assertThat(date).hasValue(day.toString());
        page.getByRole(AriaRole.BUTTON, named("Starta")).click();
        assertThat(page.locator(".modal-content")).hasCount(0);

        assertThat(closingChanges.waiting(call).map(change -> SwedishDate.on(change.closesAt())))
                .contains(day);
    }

    /** The ranking's table is the one with the most columns; its rows are given here, as long as they may be. */
    @Test
    void inTheRankingAReferenceStandsOnOneLineAndItsReasonHasRoom() {
        var page = screen.person("officerK1");
        var row =
                """
                [{"rank": "12", "reference": "K-2026-2-012", "applicant": "Studieförbundet Bryggan Blekinge",
                  "score": "17", "requested": "250 000 kr", "maxGrant": "237 500 kr", "proposed": "237 500 kr",
                  "kind": "Avslag på grund av medelsbrist", "reason": "Medlen räcker inte till ansökan."}]
                """;
        page.route(
                "**/deployed-form*",
                route ->
                        route.fulfill(new Route.FulfillOptions().setPath(Path.of("forms/review-prioritisation.form"))));
        page.route(
                "**/form-variables*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(new Gson().toJson(Map.of("rankingShown", Map.of("type", "Json", "value", row))))));
        page.getByText("Min grupps lediga uppgifter").click();
        open(page);
        var cells = page.locator(".fjs-table-td");
        var oneLine = "cell => { const text = document.createRange(); text.selectNodeContents(cell);"
                + " return text.getBoundingClientRect().height < 1.5 * parseFloat(getComputedStyle(cell).fontSize); }";
        for (var text : List.of("K-2026-2-012", "Medlen räcker inte till ansökan.")) {
            var cell = cells.filter(new Locator.FilterOptions().setHasText(text));
            assertThat(cell).isVisible();
            assertThat(cell.evaluate(oneLine)).as(text).isEqualTo(true);
        }
    }

    private static void start(Page page, String process) {
        page.navigate("/camunda/app/tasklist/default/");
        page.getByText("Starta en process").click();
        // The list shows fifteen processes at a time, and other tests may have left some of theirs.
        page.getByPlaceholder("Sök på processens namn.").fill(process);
        page.locator(".modal-body")
                .getByText(process, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Takes the free assessment; returns the first of its questions, which can be answered now. */
    private Locator take(Page page) {
        page.getByText("Min grupps lediga uppgifter").click();
        open(page);
        page.getByText("Ta uppgiften").click();
        var need = page.getByLabel("Behovet av verksamheten");
        assertThat(need).isEditable();
        return need;
    }

    private void open(Page page) {
        page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(reference.value()))
                .getByText("Bedöm ansökan")
                .click();
    }

    private static void assertTheCaseStandsAboveTheQuestions(Page page) {
        var form = page.locator(".fjs-container").innerText();
        assertThat(form)
                .containsSubsequence(
                        "Föreningen Bryggan",
                        "Språkcafé Bryggan",
                        "Sökt belopp 100\u00a0000\u00a0kr",
                        "Kostnad utanför utlysningen",
                        "Behovet av verksamheten",
                        SCORE_A);
    }

    private static void answer(Page page) {
        type(page.getByLabel("Behovet av verksamheten"), "Behovet är stort i länet.");
        type(page.getByLabel("Hur väl verksamheten väntas uppnå bidragets syfte"), "Målen nås väl.");
        page.getByLabel("Nej", new Page.GetByLabelOptions().setExact(true)).check();
        type(page.getByLabel("Skäl för bedömningen enligt 5 §"), "Avgiftsfri, utan vinst.");
        page.getByLabel("Sökanden har inga tidigare redovisningar").check();
        var scores = page.getByLabel(Pattern.compile("^[A-F]\\. .*, poäng"));
        var reasons = page.getByLabel(Pattern.compile("^[A-F]\\. .*, motivering"));
        for (var criterion = 0; criterion < 6; criterion++) {
            type(scores.nth(criterion), "3");
            type(reasons.nth(criterion), "Motivering.");
        }
    }

    /** Types as fast as possible: form-js itself reads the text 300 ms after the last key. */
    private static void type(Locator field, String text) {
        field.fill(text);
    }

    private static void complete(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Slutför")).click();
    }

    /** The answer of a person who goes round the form. */
    private static void sevenPoints(Route route) {
        var body = route.request().postData();
        var bad = body.replaceAll("(\"scoreA\":\\{[^}]*\"value\":)3", "$17");
        assertThat(bad).isNotEqualTo(body);
        route.resume(new Route.ResumeOptions().setPostData(bad));
    }

    private static void assertNothingIsEnglish(Page page) {
        assertThat(page.locator("body").innerText()).doesNotContainPattern(ENGLISH);
    }
}
