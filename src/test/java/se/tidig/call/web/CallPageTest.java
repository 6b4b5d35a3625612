package se.tidig.call.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Sek;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.decision.DecisionFixture;
import se.tidig.organisation.Board;

@TidigTest
class CallPageTest {

    @Autowired
    private CallFixture fixture;

    @Autowired
    private CallService service;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private DecisionFixture decisions;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void aCallShowsItsTermsInBothLanguages() {
        var reference = fixture.open(Board.K);
        assertThat(browser.get("/utlysningar/" + reference).body())
                .contains("Vem kan söka?", "400\u00a0000\u00a0kr", "Egna lokaler", "Varav öronmärkt: Hälsa")
                .contains(
                        "Vägledning för statsbidrag", "tia@example.org", "Länsstyrelsen i Jönköpings län", "12 månader")
                .doesNotContain("Utfall");
        assertThat(browser.get("/utlysningar/" + reference + "?lang=en").body())
                .contains("lang=\"en\"", "Who can apply?", "SEK\u00a0400,000", "own premises", "12 months");
    }

    @Test
    void aCallStatesAllRequirementsOfTheOrdinanceOnApplicantsAndActivities() {
        var reference = fixture.open(Board.K);
        assertThat(browser.get("/utlysningar/" + reference).body())
                .as("3, 5 and 6 §§")
                .contains("för, eller till förmån för, personer som har fyllt 18 år")
                .contains(
                        "främja kunskaper i svenska språket",
                        "praktik (3 §)",
                        "andra offentliga medel redan har lämnats")
                .contains("lagen (1994:137)", "förordningen (2010:1122)", "Migrationsverkets asylboenden")
                .contains("i mån av tillgång på medel", "ekonomisk verksamhet")
                .as("7 to 7 b §§")
                .contains("huvudsakligt syfte som är förenligt med de värderingar", "minst två år före ansökan")
                .contains("om samarbetsorganet självt uppfyller samma krav", "om alla samarbetsparter uppfyller kraven")
                .contains(
                        "en ansvarig styrelse, är självständiga och demokratiskt uppbyggda",
                        "utövar våld, tvång eller hot")
                .contains("motarbetar det demokratiska styrelseskicket (7 a §)", "särskilda skäl (7 b §)")
                .as("8 §")
                .contains("Kommuner och kommunalförbund, dock inte för uppgifter som kommuner är skyldiga att utföra (8"
                        + " §)")
                .as("9 §")
                .contains("i likvidation eller konkurs", "drivs in som allmänna mål", "skuld för återkrav av bidrag")
                .contains(
                        "En organisation får inte heller bidrag",
                        "skatte- eller avgiftsskulder",
                        "betalats i rätt tid");
        assertThat(browser.get("/utlysningar/" + reference + "?lang=en").body())
                .contains("live in asylum housing", "special reasons (section 7 b)", "tax debts or other debts");
    }

    @Test
    void theOutcomeIsShownOnceItIsPublished() {
        var reference = fixture.open(Board.K);
        service.close(reference);
        service.allocate(reference, Actor.of("officerK1"));
        assertThat(browser.get("/utlysningar/" + reference).body()).doesNotContain("id=\"outcome\"");
        service.publishOutcome(reference);
        assertThat(browser.get("/utlysningar/" + reference).body())
                .contains("id=\"outcome\"", "Inget bidrag har beviljats.", "Inkomna ansökningar, sökt belopp")
                .doesNotContain("Så ansöker ni");
    }

    @Test
    void theOutcomeNamesEveryGrant() {
        var granted = applications.receive(Board.K, ApplicationFixture.answers());
        decisions.grant(granted, Sek.of(90_000), LocalDate.of(2026, 11, 1), null, LocalDate.of(2027, 11, 1));
        service.close(granted.call());
        service.allocate(granted.call(), Actor.of("officerK1"));
        service.publishOutcome(granted.call());

        assertThat(browser.get("/utlysningar/" + granted.call()).body())
                .contains("Föreningen Bryggan", granted.reference().value(), "90\u00a0000\u00a0kr")
                .doesNotContain("Inget bidrag har beviljats.");
    }

    @Test
    void whatIsNoReferenceHasNoPage() {
        assertThat(browser.get("/utlysningar/ingen").statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftIsNotPublic() {
        var reference = service.draft(Board.K, Actor.of("officerK1"), CallFixture.terms(Instant.now()));
        assertThat(browser.get("/").body()).doesNotContain(reference.value());
        assertThat(browser.get("/utlysningar/" + reference).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownCallGivesAReadablePageInTheReadersLanguage() {
        var page = browser.get("/utlysningar/K-1999-1", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Sidan finns inte", "Till startsidan").doesNotContain("Exception");
        assertThat(browser.get("/utlysningar/K-1999-1?lang=en", "Accept", "text/html")
                        .body())
                .contains("The page does not exist");
    }

    @Test
    void aWrongMethodGivesAReadablePageToo() {
        var page = browser.postForm("/login", "/utlysningar/K-1999-1", Map.of());
        assertThat(page.statusCode()).isEqualTo(405);
    }
}
