package se.tidig.prioritisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.call.CallJournal;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.call.process.CallForms;
import se.tidig.call.process.CallPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.form.Rejected;

/**
 * Applications compete for the same money: a person who is recused from one takes no part in ranking them (16, 17 §§
 * FL).
 */
@TidigTest
class RecusedFromRankingTest {

    private static final String REVIEW = "userTask_reviewPrioritisation";
    private static final String AWAIT = "userTask_awaitAssessments";
    private static final List<String> EVERYBODY = List.of("officerK1", "officerK2", "deciderK", "headK");

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    CallPlay openings;

    @Autowired
    Calls calls;

    @Autowired
    CallJournal journal;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient jdbc;

    Reference call;
    LocalDate closes;
    RankedApplications applications;
    Reference first;
    Reference second;

    @BeforeEach
    void twoApplicationsCompete() {
        var opens = SwedishDate.on(ClockUtil.getCurrentTime().toInstant()).plusDays(5);
        closes = opens.plusDays(30);
        call = Reference.of(openings.opened(CallForms.call(opens, closes)));
        applications = new RankedApplications(jdbc, call);
        first = applications.assessed(80, 300_000);
        second = applications.assessed(70, 300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SETTLE", "RECOMPUTE"})
    void aRecusedDeciderNeitherSettlesNorRecomputesAndIsToldWhoCan(String action) {
        recuse("deciderK", Reference.of(second.value()), "UPHELD");
        close();

        assertThatThrownBy(() -> play.as("deciderK").complete(REVIEW, call.value(), CallForms.review(action)))
                .isInstanceOf(Rejected.class)
                .hasMessage("Du har anmält jäv i " + second + ", som konkurrerar om samma medel, och deltar inte i "
                        + "prioriteringen (17 § förvaltningslagen). Lämna över till Hanna Strand eller Olle Berg eller "
                        + "Siv Dal.");
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.CLOSED);

        play.as("officerK1").complete(REVIEW, call.value(), CallForms.review("SETTLE"));
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    @Test
    void aRecusedOfficerDoesNotEvenSeeTheReviewsForm() {
        recuse("officerK1", first, "DECLARED");
        close();

        play.as("officerK1");
        var task = play.task(REVIEW, call.value()).getId();
        assertThatThrownBy(() -> forms.getTaskFormVariables(task)).isInstanceOf(Rejected.class);
    }

    @Test
    void theHeadOfUnitSettlesIfOfficersAndDecidersAreRecused() {
        for (var person : List.of("officerK1", "officerK2", "deciderK")) {
            recuse(person, first, "DECLARED");
        }
        close();

        assertThatThrownBy(() -> play.as("deciderK").complete(REVIEW, call.value(), CallForms.review("SETTLE")))
                .hasMessageEndingWith("Lämna över till Hanna Strand.");
        play.as("headK").complete(REVIEW, call.value(), CallForms.review("SETTLE"));
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    @Test
    void ifNobodyElseIsLeftTheBoardGoesOnAndTheRecordSaysWhy() {
        EVERYBODY.forEach(person -> recuse(person, first, "UPHELD"));
        close();

        play.as("deciderK").complete(REVIEW, call.value(), CallForms.review("SETTLE"));

        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
        assertThat(journal.of(call)).anySatisfy(entry -> assertThat(entry.actor() + " " + entry.text())
                .startsWith("deciderK Deltar i prioriteringen trots anmält jäv i " + first)
                .contains("17 § andra meningen"));
    }

    @Test
    void evenThenNobodyAdjustsTheCaseThatTheyAreRecusedFrom() {
        EVERYBODY.forEach(person -> recuse(person, first, "UPHELD"));
        close();

        assertThatThrownBy(() -> play.as("deciderK")
                        .complete(
                                REVIEW, call.value(), CallForms.adjusted("RECOMPUTE", first, 100_000, "Mindre lokal")))
                .hasMessageContaining("Du är jävig i ärendet " + first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_CONFLICTED", "MAY_ACT"})
    void whoWasFoundFreeOrMayActTakesPart(String state) {
        recuse("deciderK", first, state);
        close();

        play.as("deciderK").complete(REVIEW, call.value(), CallForms.review("SETTLE"));
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    @Test
    void aCaseThatNoLongerCompetesKeepsNobodyAway() {
        recuse("deciderK", first, "UPHELD");
        applications.status(first, "WITHDRAWN");
        close();

        play.as("deciderK").complete(REVIEW, call.value(), CallForms.review("SETTLE"));
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    @Test
    void aRecusedOfficerDoesNotGoOnWithoutTheStragglersEither() {
        var straggler = applications.unassessed(300_000);
        recuse("officerK1", Reference.of(straggler.value()), "DECLARED");
        close();

        var answers = Map.<String, Object>of("stragglerRule", "RESERVE", "stragglerReason", "Sjukdom.");
        assertThatThrownBy(() -> play.as("officerK1").complete(AWAIT, call.value(), answers))
                .hasMessageEndingWith("Lämna över till Siv Dal.");
        play.as("officerK2").complete(AWAIT, call.value(), answers);
    }

    @Test
    void theCallsPageTellsARecusedReaderNothingThatWasWrittenAboutTheCase() {
        recuse("deciderK", Reference.of(second.value()), "UPHELD");
        close();
        play.as("officerK1")
                .complete(
                        REVIEW,
                        call.value(),
                        CallForms.adjusted("RECOMPUTE", Reference.of(second.value()), 250_000, "Lokalen är för dyr"));
        play.asNobody();
        play.runJobs();
        play.as("officerK1")
                .complete(
                        REVIEW,
                        call.value(),
                        CallForms.adjusted("SETTLE", first, 290_000, "Samma skäl som i " + second));
        play.asNobody();

        assertThat(page("officerK2")).contains("Lokalen är för dyr", "Samma skäl som i " + second, "250\u00a0000");
        assertThat(page("deciderK"))
                .contains(second.value(), "Visas inte: du har anmält jäv")
                .doesNotContain("Lokalen är för dyr", "Samma skäl som", "250\u00a0000", "250000");
    }

    private String page(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        var page = browser.get("/arenden/" + call);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private void close() {
        play.asNobody();
        play.passTo(closes.plusDays(1).atStartOfDay(SwedishDate.ZONE).toInstant());
    }

    private void recuse(String person, Reference reference, String state) {
        jdbc.sql(
                        """
                        insert into tidig.recusal (reference, board, person, state, ground, ground_text, circumstances, declared_at,
                            version)
                        values (?, 'K', ?, ?, 'party', 'Part', 'Min syster sitter i styrelsen.', now(), 1)
                        """)
                .params(reference.value(), person, state)
                .update();
    }
}
