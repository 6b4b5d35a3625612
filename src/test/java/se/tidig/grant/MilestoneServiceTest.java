package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;
import se.tidig.grant.Grant.State;
import se.tidig.grant.Milestone.Status;
import se.tidig.grant.RepaymentClaim.Action;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** The last steps of a grant, how it closes, and what its call then knows. */
@DomainTest
class MilestoneServiceTest {

    @Autowired
    GrantFixture fixture;

    @Autowired
    MilestoneService milestones;

    @Autowired
    RepaymentService repayments;

    @Autowired
    ClosedCallService closing;

    @Autowired
    EndGrant end;

    @Autowired
    ReclaimedFigures reclaimed;

    @Autowired
    Grants grants;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Reference reference;
    Reference call;
    MilestoneKey report;
    LocalDate today;

    @BeforeEach
    void aPaidGrantAwaitsItsFinalReport() {
        reference = fixture.awaitingFinalReport();
        call = grants.get(reference).call();
        report = MilestoneKey.of(reference + "-M2");
        today = fixture.today();
    }

    @Test
    void theStepsAreTakenInOrderUntilNoneIsLeft() {
        assertThat(grants.get(reference).openMilestone())
                .hasValueSatisfying(open -> assertThat(open.key()).isEqualTo(report));
        assertThatThrownBy(() -> milestones.next(reference))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Delmoment " + report + " är inte avslutat. Avsluta det innan nästa påbörjas.");

        milestones.reported(report, false);

        assertThat(grants.get(reference).milestone(report).status()).isEqualTo(Status.NOT_ACCEPTED);
        assertThat(milestones.next(reference)).isEmpty();
    }

    @Test
    void aReportIsMovedToADayAfterToday() {
        assertThatThrownBy(() -> milestones.moveReport(report, today))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Ange en sista dag som är senare än i dag.");

        milestones.moveReport(report, today.plusDays(1));

        assertThat(grants.get(reference).milestone(report).due()).isEqualTo(today.plusDays(1));
    }

    @Test
    void aGrantClosesWhenItsStepsAreFinishedAndItsCallLearnsIt() {
        assertThatThrownBy(() -> milestones.close(reference))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Bidraget " + reference + " har delmoment kvar. Avsluta dem innan bidraget avslutas.");
        assertThat(closing.allClosed(call)).isFalse();

        milestones.reported(report, true);
        milestones.close(reference);

        assertThat(grants.get(reference).status()).isEqualTo(State.CLOSED);
        assertThat(closing.allClosed(call)).isTrue();
        assertThat(journal.latest(reference, EventKind.GRANT).text())
                .isEqualTo("Bidraget är avslutat. Utbetalt: " + Sek.of(90_000) + ".");
        assertThat(events.stream(Grant.Closed.class)).containsExactly(new Grant.Closed(reference, call));
    }

    @Test
    void aCallWithoutGrantsHasNoneLeftToClose() {
        assertThat(closing.allClosed(Reference.of("H-2026-9"))).isTrue();
    }

    /** Two grants that close at once would otherwise both find the other open, and nobody would end the call. */
    @Test
    void whoeverClosesOrEndsAGrantHoldsTheQuestionWhetherAllAreClosed() {
        milestones.reported(report, true);
        assertThat(locksHeldWhile(() -> milestones.close(reference))).isOne();

        var other = fixture.awaitingFinalReport();
        assertThat(locksHeldWhile(() -> end.end(other, Actor.of("admin")))).isOne();
        assertThat(locksHeldWhile(() -> closing.allClosed(call))).isOne();
    }

    @Test
    void aGrantThatIsEndedEarlyNoLongerHoldsUpItsCall() {
        end.end(reference, Actor.of("admin"));

        assertThat(end.process()).isEqualTo("grant");
        assertThat(grants.get(reference).status()).isEqualTo(State.ENDED);
        assertThat(grants.get(reference).milestone(report).status()).isEqualTo(Status.OPEN);
        assertThat(closing.allClosed(call)).isTrue();
        assertThat(events.stream(Grant.Closed.class)).containsExactly(new Grant.Closed(reference, call));
    }

    @Test
    void aGrantThatIsClosedOrDoesNotExistIsNotEnded() {
        milestones.reported(report, true);
        milestones.close(reference);
        events.clear();

        end.end(reference, Actor.of("admin"));
        end.end(Reference.of("K-1999-1-001"), Actor.of("admin"));

        assertThat(grants.get(reference).status()).isEqualTo(State.CLOSED);
        assertThat(events.stream(Grant.Closed.class)).isEmpty();
    }

    @Test
    void aCallCountsWhatIsClaimedBackAndNotWhatIsWaived() {
        assertThat(reclaimed.of(call)).isEmpty();

        repayments.record(claim(Action.CLAIM, 5_000));
        repayments.record(claim(Action.WAIVE, 700));
        repayments.record(claim(Action.CLAIM, 1_000));

        assertThat(reclaimed.of(call)).containsExactly(new Figure(Stage.RECLAIMED, 2, Sek.of(6_000)));
    }

    @Test
    void anUnknownGrantIsRefusedByItsNumber() {
        assertThatThrownBy(() -> grants.get(Reference.of("K-1999-1-001")))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Det finns inget beviljat bidrag K-1999-1-001. Kontrollera ärendenumret.");
        assertThatThrownBy(() -> milestones.next(Reference.of("K-1999-1-001")))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Det finns inget beviljat bidrag K-1999-1-001. Kontrollera ärendenumret.");
    }

    private long locksHeldWhile(Runnable act) {
        return transaction.execute(status -> {
            act.run();
            return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                    .query(Long.class)
                    .single();
        });
    }

    private RepaymentService.Claim claim(Action action, long amount) {
        return new RepaymentService.Claim(
                reference,
                null,
                action,
                "CONDITIONS",
                new RepaymentService.Claim.Words("Återkrav", "Villkoren är inte uppfyllda"),
                Sek.of(amount),
                Sek.ZERO,
                null,
                null,
                "Villkor 2",
                Actor.of("financeK1"));
    }
}
