package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;
import se.tidig.call.FollowUpService;
import se.tidig.decision.DecisionFixture;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.form.Answers;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.organisation.Board;
import se.tidig.payment.PaymentFixture;

/** The follow-up of a call tells each stage's result (15 §). */
@TidigTest
class CallFiguresTest {

    @Autowired
    WatchedContents watched;

    @Autowired
    Play play;

    @Autowired
    GrantFixture fixture;

    @Autowired
    ApplicationFixture applications;

    @Autowired
    DecisionFixture decisions;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    PaymentFixture payments;

    @Autowired
    ReportIntakeService reports;

    @Autowired
    FollowUpService followUps;

    @Autowired
    CaseContents contents;

    @Autowired
    Waiters waiters;

    @Test
    void aGrantIsFollowedFromTheDecisionToTheAcceptedReportAndTheClaim() {
        var granted = fixture.decided("90000", false, false);
        var call = granted.call();
        var reference = granted.reference();
        assertThat(followUps.current(call))
                .extracting(Figure::stage, Figure::count, Figure::amount)
                .containsExactly(
                        tuple(Stage.APPLIED, 1L, Sek.of(90_000)),
                        tuple(Stage.WITHDRAWN, 0L, Sek.ZERO),
                        tuple(Stage.GRANTED, 1L, Sek.of(90_000)),
                        tuple(Stage.REFUSED, 0L, Sek.ZERO));

        waiters.start(
                Message.APPLICATION_GRANTED,
                reference.value(),
                Map.of("reference", reference.value(), "board", "K", "call", call.value()));
        payments.settle();
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        payments.settle();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        payments.settle();
        payments.pay(reference + "-M1");
        assertThat(figure(call, Stage.PAID)).isEqualTo(new Figure(Stage.PAID, 1, Sek.of(90_000)));
        assertThat(stages(call)).doesNotContain(Stage.REPORTED, Stage.WOMEN, Stage.RECLAIMED);

        report(reference + "-M2", GrantFixture.report(80_000, "unusedAmount", 10_000), 10_000);

        assertThat(figure(call, Stage.REPORTED)).isEqualTo(new Figure(Stage.REPORTED, 1, Sek.of(80_000)));
        assertThat(figure(call, Stage.WOMEN)).isEqualTo(new Figure(Stage.WOMEN, 31, null));
        assertThat(figure(call, Stage.MEN)).isEqualTo(new Figure(Stage.MEN, 28, null));
        assertThat(figure(call, Stage.RECLAIMED)).isEqualTo(new Figure(Stage.RECLAIMED, 1, Sek.of(10_000)));
        followUps.compile(call);
        watched.givesEachField("callFigures", call, Map.of());
        assertThat(followUps.compiled(call)).isEqualTo(followUps.current(call));
        assertThat(shown(call))
                .contains("Utbetalningar, utbetalt belopp", "Kvinnor som har deltagit, enligt slutredovisningarna");
    }

    @Test
    void refusedApplicationsAreCountedWithWhatTheyAppliedFor() {
        var refused = applications.receive(Board.K, ApplicationFixture.answers());

        decisions.refuse(refused);

        assertThat(figure(refused.call(), Stage.REFUSED)).isEqualTo(new Figure(Stage.REFUSED, 1, Sek.of(100_000)));
        assertThat(figure(refused.call(), Stage.GRANTED)).isEqualTo(new Figure(Stage.GRANTED, 0, Sek.ZERO));
    }

    private void report(String key, Map<String, Object> answers, int unused) {
        reports.submit(MilestoneKey.of(key).reference(), null, new Answers(answers), Actor.of("Anna Lind"));
        payments.settle();
        play.as("officerK1")
                .complete("userTask_reviewReport", key, Map.of("reportReview", "ACCEPT", "unusedConfirmed", unused));
        payments.settle();
        play.as("financeK1")
                .complete(
                        "userTask_handleRecovery",
                        key,
                        Map.of(
                                "recoveryAction",
                                "CLAIM",
                                "recoveryGround",
                                "UNUSED",
                                "claimAmount",
                                unused,
                                "claimDecision",
                                "604-17-2027",
                                "claimDecidedOn",
                                fixture.today().toString(),
                                "claimDueOn",
                                fixture.today().plusDays(30).toString(),
                                "repaidAmount",
                                unused,
                                "repaidOn",
                                fixture.today().toString(),
                                "recoveryReason",
                                "Enligt granskningen."));
        payments.settle();
    }

    private List<Stage> stages(Reference call) {
        return followUps.current(call).stream().map(Figure::stage).toList();
    }

    private Figure figure(Reference call, Stage stage) {
        return followUps.current(call).stream()
                .filter(figure -> figure.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    /** What {@code approve-follow-up} shows. */
    private String shown(Reference call) {
        var task = new CaseTask(call, "K", "call", null, "approve-follow-up", null, null, Actor.of("headK"), Map.of());
        return String.valueOf(contents.read("followUp", task));
    }
}
