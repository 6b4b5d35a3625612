package se.tidig.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;
import se.tidig.prioritisation.PrioritisationService;
import se.tidig.prioritisation.RankedApplications;

@TidigTest
class CasePageTest {

    private static final String APPLICANT = "sokande@example.org";

    @Autowired
    private CallFixture fixture;

    @Autowired
    private CallService calls;

    @Autowired
    private PrioritisationService prioritisation;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser browser;
    private Reference call;
    private Reference reference;

    @BeforeEach
    void received() {
        browser = new Browser(port);
        call = Reference.of(fixture.open(Board.K).value());
        reference = Reference.of(
                new RankedApplications(jdbc, call).unassessed(300_000).value());
        jdbc.sql("update tidig.application set email = ? where reference = ?")
                .params(APPLICANT, reference.value())
                .update();
        journal.note(reference, EventKind.NOTE, Actor.of("officerK1"), "Sökanden ringde om lokalen.");
        accounts.register(APPLICANT, "Amina Berg", DemoStaff.PASSWORD);
    }

    private Browser as(String person) {
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    @Test
    void staffOfTheBoardSeeTheWholeCase() {
        var page = as("officerK1").get("/arenden/" + reference);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ärende " + reference, "Förening 1", "300\u00a0000\u00a0kr", "Sökanden ringde om lokalen.");
    }

    /** A case is the application with its grant, payments, reports and claims. */
    @Test
    void thePageSaysWhatWaitsForWhomInAllPartsOfTheCase() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var page = as("officerK1").get("/arenden/" + reference).body();
        assertThat(page)
                .contains("<span class=\"you\">Dig</span>", "Handläggare", "Språkcafé Bryggan")
                .doesNotContain("Ingen uppgift väntar");
        assertThat(page).as("all answers of the application").contains("Språkcafé två kvällar i veckan.");
        browser = new Browser(port);
        assertThat(as("officerK2").get("/arenden/" + reference).body()).doesNotContain("class=\"you\"");
    }

    @Test
    void theCallIsACaseToo() {
        assertThat(as("officerK1").get("/arenden/" + call).body())
                .contains("Ärende " + call, "Öronmärkta medel", "Utlysningen öppnade.");
    }

    @Test
    void staffOfAnotherBoardAreRefusedWhetherTheCaseExistsOrNot() {
        as("officerH1");
        for (var path : new String[] {reference.value(), call.value(), "K-1999-1-001"}) {
            var page = browser.get("/arenden/" + path, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("Du har inte tillgång till sidan").doesNotContain("Förening 1");
        }
    }

    @Test
    void aDisqualifiedPersonIsToldWhyAndSeesNothing() {
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', 'officerK1', 'DECLARED', 'party',"
                        + " 'Part', 'Kassör', now(), 1)")
                .param(reference.value())
                .update();
        var page = as("officerK1").get("/arenden/" + reference);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("17 § förvaltningslagen").doesNotContain("Förening 1");
    }

    @Test
    void theRankingOfACallHidesTheCaseFromADisqualifiedPerson() {
        new RankedApplications(jdbc, call).assess(reference, 80);
        calls.close(call);
        prioritisation.compute(call, ApplicationFixture.RULES);
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', 'officerK1', 'UPHELD', 'party',"
                        + " 'Part', 'Kassör', now(), 1)")
                .param(reference.value())
                .update();

        assertThat(as("officerK1").get("/arenden/" + call).body())
                .contains(reference.value(), "Visas inte: du har anmält jäv i ärendet.")
                .doesNotContain("Förening 1");
        browser = new Browser(port);
        assertThat(as("officerK2").get("/arenden/" + call).body()).contains(reference.value(), "Förening 1");
    }

    /** A process owner works with models and sees no cases. */
    @Test
    void aProcessOwnerOpensOneCaseWithAReasonForALimitedTime() {
        var page = as("processOwner").get("/arenden/" + reference);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Öppna ärende " + reference).doesNotContain("Förening 1");
        assertThat(browser.get("/arenden/" + call).body()).doesNotContain("Öronmärkta medel");
        var open = "/arenden/" + reference + "/oppna";
        var unreasoned = browser.postForm("/arenden/" + reference, open, Map.of("reason", " fel "));
        assertThat(unreasoned.statusCode()).isEqualTo(400);
        assertThat(unreasoned.body()).contains("Skriv varför du behöver se ärendet");

        browser.postForm("/arenden/" + reference, open, Map.of("reason", "Regeln om uppsökande insatser räknar fel."));

        assertThat(browser.get("/arenden/" + reference).body()).contains("Förening 1");
        assertThat(browser.get("/arenden/" + call).statusCode()).as("one case").isEqualTo(403);
        assertThat(journal.of(reference).get(1).text())
                .isEqualTo("En processägare öppnade ärendet i åtta timmar. Skäl: Regeln om uppsökande insatser räknar"
                        + " fel.");
        assertThat(journal.of(reference).get(1).actor()).isEqualTo(Actor.of("processOwner"));
        play.asNobody().pass(Duration.ofHours(9));
        assertThat(browser.get("/arenden/" + reference).statusCode()).isEqualTo(403);
    }

    @Test
    void aTextThatIsNoReferenceIsNoServerError() {
        as("officerK1");
        for (var path : new String[] {"-", "--", "K-", "-K", "K-1%2F", "%20", "K"}) {
            assertThat(browser.get("/arenden/" + path).statusCode()).as(path).isBetween(400, 499);
        }
        assertThat(browser.get("/error").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/error").statusCode()).isEqualTo(404);
        assertThat(browser.get("/arenden/K-1?x=%00").statusCode()).isEqualTo(400);
        assertThat(new Browser(port)
                        .postForm("/login", "/login", Map.of("username", "a\0", "password", "b\0"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void applicantsAndStrangersDoNotReachCasePages() {
        assertThat(browser.get("/arenden/" + reference)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
        assertThat(as(APPLICANT).get("/arenden/" + reference).statusCode()).isEqualTo(403);
    }

    @Test
    void aCaseThatDoesNotExistGivesAReadablePage() {
        var page = as("officerK1").get("/arenden/K-1999-1-001", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Sidan finns inte");
    }
}
