package se.tidig.mypages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.mypages.PartyFixture;
import se.tidig.organisation.Right;

/** What a party sees under /mina-sidor, and that nobody else sees it. */
@TidigTest
class OwnCasePageTest {

    private static final String READER = "lasare@example.org";
    private static final String OTHER = "annan@example.org";

    @Autowired
    private PartyFixture parties;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private java.time.Clock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void people() {
        parties.person(READER, "Amina Berg", PartyFixture.NUMBER, Right.READ);
        parties.person(OTHER, "Olle Annan", "8020000006", Right.SUBMIT);
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    @Test
    void whoHasNothingToDoIsToldSo() {
        var page = as(READER).get("/mina-sidor").body();
        assertThat(page).contains("Ni har inget att göra just nu.", "Ni har inga pågående ärenden.");
        assertThat(as(READER).get("/mina-sidor?lang=en").body()).contains("You have nothing to do right now.");
    }

    /** The stages are those of the bundle, in its words; a stage that the case has passed by is not shown. */
    @Test
    void theCasePageShowsWhereTheCaseIsAndWhatComes() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var page = as(READER).get("/mina-sidor/" + own).body();
        assertThat(page)
                .containsSubsequence(
                        "Länsstyrelsen handlägger. Ni behöver inte göra något nu.",
                        "Klart:",
                        "Mottagen",
                        "Klart:",
                        "Kontroll av förutsättningarna",
                        "aria-current=\"step\"",
                        "Bedömning",
                        "sedan ",
                        "Kommer:",
                        "Prioritering",
                        "Tillfälle att yttra er",
                        "bara om det behövs",
                        "Beslut")
                .doesNotContain("Komplettering", "Redovisning");
        assertThat(as(READER).get("/mina-sidor/" + own + "?lang=en").body())
                .containsSubsequence("aria-current=\"step\"", "Assessment", "only if needed");
    }

    @Test
    void whatGoesOnBesideIsShownUnderThePresentStage() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        play.asNobody();
        intake.notifyChange(own, "Ordföranden har avgått.", clock.instant(), Actor.of(READER));
        cases.goOn();
        assertThat(as(READER).get("/mina-sidor/" + own).body())
                .containsSubsequence("Bedömning", "branches", "Ändrade förhållanden prövas", "Prioritering")
                .containsSubsequence(
                        "Anmälan om ändrade förhållanden", "Ordföranden har avgått.", "skickat av Amina Berg");
    }

    @Test
    void theListSaysWhoMustActAndIsOfAllOrganisationsOfThePerson() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var others = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationNumber", "8020000006"));
        assertThat(as(READER).get("/mina-sidor").body())
                .containsSubsequence("/mina-sidor/" + own, "Bedömning", "Länsstyrelsen handlägger.")
                .doesNotContain(others.value());
        parties.person(READER, "Amina Berg", "8020000006", Right.READ);
        assertThat(as(READER).get("/mina-sidor").body()).contains(own.value(), others.value());
    }

    @Test
    void whatStaffHaveNotedAndTheirNamesAreNotShown() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        journal.note(own, EventKind.NOTE, Actor.of("officerK1"), "Sökanden ringde om lokalen.");
        assertThat(as(READER).get("/mina-sidor/" + own).body())
                .doesNotContain("Sökanden ringde", "Olle Berg", "officerK1");
    }

    @Test
    void aDecisionIsTheirsToSeeWhenItHasBeenSent() {
        var own = cases.toPropose(cases.call(), 100_000);
        cases.propose(own, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        var reader = as(READER);
        assertThat(reader.get("/mina-sidor/" + own).body()).doesNotContain("Beviljat", "Villkor i beslutet");
        cases.decide(own, "deciderK");
        cases.goOn();

        var page = reader.get("/mina-sidor/" + own).body();

        assertThat(page)
                .containsSubsequence(
                        "Ni ska bekräfta villkor och konto",
                        "Bekräftelse av villkor och konto",
                        "Före beslutet",
                        "Utbetalningar",
                        "100\u00a0000\u00a0kr",
                        "Redovisningar",
                        "Slutredovisning",
                        "Från länsstyrelsen",
                        "/mina-sidor/" + own + "/handlingar/");
        assertThat(reader.get("/mina-sidor").body())
                .containsSubsequence("Att göra", "(1)", "Så snart ni kan", "Bekräfta villkor och konto", own.value());
        var letter = page.replaceAll("(?s).*(/mina-sidor/" + own + "/handlingar/[0-9a-f-]+).*", "$1");
        assertThat(reader.get(letter)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("attachment");
        for (var person : List.of(OTHER, "officerK1")) {
            assertThat(as(person).get(letter).statusCode()).as(person).isIn(403, 404);
        }
    }

    @Test
    void aLetterThatHasNotBeenSentIsNotFound() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var unsent = UUID.randomUUID();
        jdbc.sql("insert into tidig.document (id, reference, board, kind, title, filename, content_type, sha256, size,"
                        + " created_at, content) values (?, ?, 'K', 'decision', 'Utkast', 'utkast.pdf',"
                        + " 'application/pdf', 'x', 1, now(), 'x')")
                .params(unsent, own.value())
                .update();
        for (var id : List.of(unsent.toString(), UUID.randomUUID().toString(), "1", "%20", "..%2f1")) {
            assertThat(as(READER)
                            .get("/mina-sidor/" + own + "/handlingar/" + id)
                            .statusCode())
                    .as(id)
                    .isBetween(400, 404);
        }
        assertThat(as(READER).get("/mina-sidor/" + own).body()).doesNotContain("Utkast");
    }

    @Test
    void whatWasSubmittedIsReadAsItWasAlsoAfterACompletion() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers("title", "Första namnet"));
        jdbc.sql("update tidig.application set answers = answers || '{\"title\": \"Andra namnet\"}' where"
                        + " reference = ?")
                .param(own.value())
                .update();
        jdbc.sql("insert into tidig.changed_answer (reference, board, question, before, after, changed_by, changed_at)"
                        + " values (?, 'K', 'title', '{\"value\": \"Första namnet\"}',"
                        + " '{\"value\": \"Andra namnet\"}', 'x', now())")
                .param(own.value())
                .update();
        assertThat(as(READER).get("/mina-sidor/" + own + "/ansokan").body())
                .contains("Ansökan som den skickades in", "Första namnet", "Sökt belopp")
                .containsPattern("<dd[^>]*>Första namnet</dd>")
                .doesNotContainPattern("<dd[^>]*>Andra namnet</dd>");
    }

    @Test
    void theCaseOfAnotherOrganisationIsAsUnknownAsOneThatDoesNotExist() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        for (var below : List.of("", "/ansokan", "/handlingar/" + UUID.randomUUID())) {
            var real = as(OTHER).get("/mina-sidor/" + own + below, "Accept", "text/html");
            var none = as(OTHER).get("/mina-sidor/K-1999-1-001" + below, "Accept", "text/html");
            assertThat(real.statusCode()).isEqualTo(404);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(plain(real.body())).isEqualTo(plain(none.body()).replace("K-1999-1-001", own.value()));
            assertThat(new Browser(port)
                            .get("/mina-sidor/" + own + below)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/login");
            assertThat(as("officerK1").get("/mina-sidor/" + own + below).statusCode())
                    .isEqualTo(403);
        }
        for (var guess : List.of(
                "-", "%00", "K", "K-1%2F", own + "%00", own.value().toLowerCase(), own + "-M1", "utlysningar")) {
            assertThat(as(READER).get("/mina-sidor/" + guess).statusCode())
                    .as(guess)
                    .isBetween(400, 405);
        }
    }

    private static String plain(String page) {
        return page.replaceAll("(name=\"_csrf\" value|nonce)=\"[^\"]*\"", "");
    }

    @Test
    void whoNoLongerActsForTheOrganisationSeesNothing() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var reader = as(READER);
        assertThat(reader.get("/mina-sidor/" + own).statusCode()).isEqualTo(200);
        jdbc.sql("delete from tidig.membership").update();
        assertThat(reader.get("/mina-sidor/" + own).statusCode()).isEqualTo(404);
        assertThat(reader.get("/mina-sidor").body())
                .doesNotContain(own.value())
                .contains("Du företräder ingen organisation");
    }

    @Test
    void theTextOfAMailIsReadOnThePage() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        assertThat(as(READER).get("/mina-sidor/" + own).body())
                .containsSubsequence("Från länsstyrelsen", "Vi har tagit emot er ansökan", "Med vänlig hälsning");
    }
}
