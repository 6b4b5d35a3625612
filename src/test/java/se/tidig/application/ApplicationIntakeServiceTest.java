package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.ApplicationFixture.answers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.call.CallFixture;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;
import se.tidig.organisation.Organisations;

/** What an application stores when it comes in and is completed. */
@DomainTest
class ApplicationIntakeServiceTest {

    @Autowired
    private ApplicationFixture fixture;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationProgressService progress;

    @Autowired
    private Applications applications;

    @Autowired
    private Organisations organisations;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private ApplicationChangeService changes;

    @Test
    void rowsThatWereNeverFilledInSayNothing() {
        var application = fixture.receive(
                Board.K,
                answers("budgetLines", List.of(ApplicationFixture.line("salary", 10), Map.of("internship", false))));

        assertThat(application.given().rows("budgetLines")).hasSize(1);
    }

    @Test
    void theRegisterOfOrganisationsKeepsWhatALaterApplicationLeavesOut() {
        fixture.receive(Board.K, answers());
        fixture.receive(Board.H, answers("giro", null));

        var organisation = organisations.findById("8020024280").orElseThrow();
        assertThat(organisation.giro()).isEqualTo("5050-1055");
        assertThat(organisation.people()).extracting("name").containsExactly("Anna Lind");
    }

    @Test
    void eachBoardHasItsOwnSeriesOfDiaryNumbersAndMaySetAnother() {
        var first = registered(Board.K);
        var second = registered(Board.K);
        var other = registered(Board.H);
        assertThat(applications.get(first).diaryNumber()).startsWith("604-1-");
        assertThat(applications.get(second).diaryNumber()).startsWith("604-2-");
        assertThat(applications.get(other).diaryNumber()).startsWith("604-1-");

        progress.renumber(second, "604-5821-2026", Actor.of("registrarK"));

        assertThat(applications.get(second).diaryNumber()).isEqualTo("604-5821-2026");
        assertThat(journal.latest(second, EventKind.REGISTRATION).actor()).isEqualTo(Actor.of("registrarK"));
    }

    @Test
    void anAnswerLeftOpenInACompletionChangesNothing() {
        var application = fixture.receive(Board.K, answers());

        changes.take(
                application.reference(),
                Map.of("requestedAmount", 50_000, "budgetLines", List.of()),
                "Lägre.",
                Actor.of("officerK1"));

        var given = applications.get(application.reference()).given();
        assertThat(given.rows("budgetLines")).hasSize(2);
        assertThat(given.money("requestedAmount").orElseThrow()).hasToString("50\u00a0000\u00a0kr");
    }

    @Test
    void aCaseThatHasEndedKeepsItsAnswers() {
        var reference = fixture.receive(Board.K, answers()).reference();
        jdbc.sql("update tidig.application set status = 'DECIDED'").update();

        assertThatThrownBy(() -> changes.take(reference, Map.of("title", "Annat"), "Ny titel.", Actor.of("officerK1")))
                .isInstanceOf(Rejected.class)
                .hasMessage("Ärendet är redan avgjort, så ansökan kan inte ändras."
                        + " Välj att ändringen inte påverkar prövningen.");
        assertThat(applications.get(reference).given().text("title")).isEqualTo("Språkcafé Bryggan");
    }

    @Test
    void anApplicationIsWithdrawnOnce() {
        var reference = fixture.receive(Board.K, answers()).reference();
        assertThat(intake.checkWithdrawal(reference).reference()).isEqualTo(reference);
        jdbc.sql("update tidig.application set status = 'WITHDRAWN'").update();

        assertThatThrownBy(() -> intake.checkWithdrawal(reference))
                .isInstanceOf(Rejected.class)
                .hasMessage("Ansökan " + reference + " är redan återkallad.");
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, har inte öppnat. Den öppnar ",
        "APPROVED, har inte öppnat. Den öppnar ",
        "CANCELLED, är inställd."
    })
    void nothingIsTakenOnACallThatHasNotOpenedOrIsCancelled(String status, String refusal) {
        var call = calls.open(Board.K);
        jdbc.sql("update tidig.call set status = ? where reference = ?")
                .params(status, call.value())
                .update();

        assertThatThrownBy(() ->
                        intake.receivePaper(call, answers(), SwedishDate.on(clock.instant()), Actor.of("registrarK")))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .containsOnlyKeys("callReference")
                        .hasEntrySatisfying("callReference", sentence -> assertThat(sentence)
                                .startsWith("Utlysningen " + call + " " + refusal)));
    }

    private Reference registered(Board board) {
        return progress.register(fixture.receive(board, answers()).reference()).reference();
    }
}
