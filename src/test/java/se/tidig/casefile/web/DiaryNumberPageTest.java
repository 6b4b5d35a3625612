package se.tidig.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.Applications;
import se.tidig.engine.DemoStaff;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

@TidigTest
class DiaryNumberPageTest {

    @Autowired
    private ApplicationFixture fixture;

    @Autowired
    private ApplicationProgressService progress;

    @Autowired
    private Applications applications;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser browser;
    private Reference reference;
    private String page;
    private String before;

    @BeforeEach
    void registered() {
        browser = new Browser(port);
        reference = registered(Board.K);
        page = "/arenden/" + reference;
        before = diaryNumber();
    }

    @Test
    void aRegistrarOfTheBoardSetsTheNumberOfTheRecordsSystem() {
        login("registrarK");
        assertThat(browser.get(page).body()).contains("Ändra diarienumret", "value=\"" + before + "\"");

        var answer = browser.postForm(page, page + "/diarienummer", Map.of("diaryNumber", " 604-5821-2026 "));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page + "#diary");
        assertThat(browser.get(page).body()).contains("Diarienumret är nu 604-5821-2026.");
        assertThat(browser.get(page).body()).doesNotContain("Diarienumret är nu");
        assertThat(diaryNumber()).isEqualTo("604-5821-2026");
        var noted = journal.latest(reference, EventKind.REGISTRATION);
        assertThat(noted.actor()).isEqualTo(Actor.of("registrarK"));
        assertThat(noted.text()).isEqualTo("Diarienumret ändrat från " + before + " till 604-5821-2026.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | Ange diarienumret med högst 40",
                "-                    | Ange diarienumret med högst 40",
                "<b>604</b>           | Ange diarienumret med högst 40",
                "12345678901234567890123456789012345678901 | Ange diarienumret med högst 40",
                "taken                | Ett annat ärende hos länsstyrelsen",
                "same                 | Ansökan har redan det diarienumret.",
            })
    void anImpossibleNumberIsRejectedWithTheReasonAndKeptInTheField(String typed, String told) {
        var other = applications.get(registered(Board.K)).diaryNumber();
        var number = typed.equals("taken") ? other : typed.equals("same") ? before : typed;
        login("registrarK");

        browser.postForm(page, page + "/diarienummer", Map.of("diaryNumber", number));

        var shown = browser.get(page).body();
        assertThat(shown).contains(told, "role=\"alert\"").doesNotContain("<b>604");
        if (typed.equals("taken")) {
            assertThat(shown).contains("value=\"" + other + "\"");
        }
        assertThat(diaryNumber()).isEqualTo(before);
    }

    @Test
    void theErrorIsShownInEnglishToo() {
        login("registrarK");
        browser.get(page + "?lang=en");

        browser.postForm(page, page + "/diarienummer", Map.of("diaryNumber", before));

        assertThat(browser.get(page).body())
                .contains("The application already has that diary number.", "Change the diary number");
    }

    @Test
    void twoBoardsMayUseTheSameNumber() {
        var other = registered(Board.H);
        progress.renumber(other, "604-5821-2026", Actor.of("registrarH"));

        progress.renumber(reference, "604-5821-2026", Actor.of("registrarK"));

        assertThat(diaryNumber()).isEqualTo("604-5821-2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "deciderK", "admin", "registrarH"})
    void othersHaveNoFormAndAreRefused(String person) {
        login(person);
        assertThat(browser.get(page).body()).doesNotContain("diarienummer");

        var answer = browser.postForm("/", page + "/diarienummer", Map.of("diaryNumber", "604-5821-2026"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(diaryNumber()).isEqualTo(before);
    }

    @Test
    void aRegistrarWhoIsDisqualifiedIsRefused() {
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', 'registrarK', 'DECLARED',"
                        + " 'party', 'Part', 'Kassör', now(), 1)")
                .param(reference.value())
                .update();
        login("registrarK");

        var answer = browser.postForm("/", page + "/diarienummer", Map.of("diaryNumber", "604-5821-2026"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("17 § förvaltningslagen");
        assertThat(diaryNumber()).isEqualTo(before);
    }

    @Test
    void aForgedPostIsRefused() {
        login("registrarK");
        var answer = browser.postFormWithout(page + "/diarienummer", Map.of("diaryNumber", "604-5821-2026"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(diaryNumber()).isEqualTo(before);
    }

    @Test
    void theBoardsSeriesSkipsANumberThatWasSetByHand() {
        var next = before.replaceFirst("-1-", "-2-");
        progress.renumber(reference, next, Actor.of("registrarK"));

        assertThat(applications.get(registered(Board.K)).diaryNumber()).isEqualTo(before.replaceFirst("-1-", "-3-"));
    }

    private void login(String person) {
        browser.login(person, DemoStaff.PASSWORD);
    }

    private Reference registered(Board board) {
        var received = fixture.receive(board, ApplicationFixture.answers()).reference();
        progress.register(received);
        return received;
    }

    private String diaryNumber() {
        return applications.get(reference).diaryNumber();
    }
}
