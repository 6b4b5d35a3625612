package se.tidig.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;

/** The case page proves what was sent, to whom and when, and shows what was not sent (20, 25 and 33 §§ FL). */
@TidigTest
class CaseSendingsTest {

    private static final String LETTER = "Beslut om begäran att ett ärende ska avgöras";

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private Play play;

    @Autowired
    private ExternalTaskService external;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Reference reference;

    /** A decision is made and its letter written; nothing has been sent to the mail server yet. */
    @BeforeEach
    void rejected() {
        reference = Reference.of(cases.toPropose(cases.call(), 100_000).value());
        play.asNobody();
        intake.demandDecision(
                reference,
                "Vi begär att ärendet avgörs.",
                SwedishDate.on(clock.instant()),
                Actor.of("forening@example.org"));
        cases.goOn();
        play.as("deciderK")
                .complete(
                        "userTask_rejectDemand",
                        reference.value(),
                        Map.of("demandReasons", "Begäran får inte göras nu."));
        play.asNobody().runJobs();
    }

    @Test
    void aLetterThatIsNotSentYetIsShownAsWaiting() {
        assertThat(sendings("officerK1"))
                .containsSubsequence("Skicka avvisningen", "forening@example.org", "Mejl", "Väntar på att skickas")
                .containsSubsequence(LETTER, "Skriven, inte skickad")
                .as("the receipt of the application")
                .containsSubsequence("forening@example.org", "Skickat");
    }

    @Test
    void aLetterThatCouldNotBeSentIsShownWithTheCause() {
        var task = external.fetchAndLock(1, "test")
                .topic("notification.send", 60_000L)
                .execute()
                .get(0);
        external.handleFailure(task.getId(), "test", "E-postservern tog inte emot meddelandet.", 1, 0L);
        assertThat(sendings("officerK1"))
                .containsSubsequence("Väntar på att skickas", "E-postservern tog inte emot meddelandet.");

        var again = external.fetchAndLock(1, "test")
                .topic("notification.send", 60_000L)
                .execute()
                .get(0);
        external.handleFailure(again.getId(), "test", "E-postservern tog inte emot meddelandet.", 0, 0L);

        assertThat(sendings("officerK1"))
                .containsSubsequence("Kunde inte skickas", "E-postservern tog inte emot meddelandet.");
    }

    @Test
    void whatWasSentIsShownWithTimeAddressAndDocument() {
        play.work();

        var page = sendings("officerK1");
        assertThat(page)
                .containsSubsequence(
                        SwedishDate.text(SwedishDate.on(clock.instant())) + " kl. ",
                        "Beslut om er begäran att ärendet ska avgöras",
                        LETTER,
                        "forening@example.org",
                        "Mejl",
                        "Skickat")
                .doesNotContain("Väntar på att skickas", "inte skickad");
    }

    @Test
    void onlyPeopleWhoSeeTheCaseCanOpenTheLetter() {
        play.work();
        var found =
                Pattern.compile("href=\"(/arenden/[^\"]+/handlingar/[^\"]+)\"").matcher(sendings("officerK1"));
        assertThat(found.find()).isTrue();
        var link = found.group(1);

        var letter = as("officerK1").get(link);
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(letter.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(as("officerH1").get(link).statusCode()).as("another board").isEqualTo(403);
        assertThat(as("processOwner").get(link).statusCode())
                .as("a case not opened")
                .isEqualTo(403);
        accounts.register("forening@example.org", "Amina Berg", DemoStaff.PASSWORD);
        assertThat(as("forening@example.org").get(link).statusCode())
                .as("the applicant, who got it by mail")
                .isEqualTo(403);
        var other = cases.toPropose(cases.call(), 100_000);
        assertThat(as("officerK1")
                        .get(link.replace(reference.value(), other.value()))
                        .statusCode())
                .as("the document of another case")
                .isEqualTo(404);
        assertThat(as("officerK1")
                        .get("/arenden/" + reference + "/handlingar/x")
                        .statusCode())
                .isEqualTo(404);
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', 'officerK1', 'DECLARED', 'party',"
                        + " 'Part', 'Kassör', now(), 1)")
                .param(reference.value())
                .update();
        assertThat(as("officerK1").get(link).statusCode()).as("disqualified").isEqualTo(403);
    }

    private String sendings(String person) {
        var page = as(person).get("/arenden/" + reference).body();
        return page.substring(page.indexOf("id=\"sendings\""), page.indexOf("id=\"forms\""));
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }
}
