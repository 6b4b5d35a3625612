package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.grant.RepaymentClaim.Action;
import se.tidig.grant.RepaymentService.ClaimDecision;
import se.tidig.grant.RepaymentService.Event;
import se.tidig.grant.RepaymentService.FollowUp;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;

/** What may be claimed back of a grant of which 90 000 kr has been paid, and what the register of claims then says. */
@DomainTest
class RepaymentServiceTest {

    @Autowired
    GrantFixture fixture;

    @Autowired
    RepaymentService repayments;

    @Autowired
    RepaymentClaims claims;

    @Autowired
    OverdueClaims register;

    @Autowired
    CaseJournal journal;

    Reference reference;
    LocalDate today;

    @BeforeEach
    void aGrantIsPaid() {
        reference = fixture.awaitingFinalReport();
        today = fixture.today();
    }

    @Test
    void noMoreIsClaimedOrWaivedThanWasPaidAndIsNotTakenYet() {
        assertThat(repayments.atMost(reference)).isEqualTo(Sek.of(90_000));
        repayments.record(claim(Action.CLAIM, 50_000, 0, null, null));
        repayments.record(claim(Action.WAIVE, 10_000, 0, null, null));
        assertThat(repayments.atMost(reference)).isEqualTo(Sek.of(30_000));

        refused(
                claim(Action.CLAIM, 30_001, 0, null, null),
                "Beloppet kan vara högst " + Sek.of(30_000) + ": det som betalats ut, minus tidigare återkrav.");
        repayments.record(claim(Action.CLAIM, 30_000, 0, null, null));
        assertThat(repayments.atMost(reference)).isEqualTo(Sek.ZERO);
    }

    @Test
    void aSumIsGivenIfItIsClaimedOrWaivedAndOnlyThen() {
        refused(
                claim(Action.CLAIM, 0, 0, null, null),
                "Ange beloppet för återkravet, eller det belopp som länsstyrelsen avstår från.");
        refused(
                claim(Action.WAIVE, 0, 0, null, null),
                "Ange beloppet för återkravet, eller det belopp som länsstyrelsen avstår från.");
        refused(claim(Action.NONE, 1, 0, null, null), "Ange inget belopp när inget ska krävas tillbaka.");
        assertThat(repayments.record(claim(Action.NONE, 0, 0, null, null))).isFalse();
    }

    @Test
    void whatHasComeBackIsPartOfAClaimAndHasItsDay() {
        refused(claim(Action.WAIVE, 500, 500, today, null), "Ange återbetalat belopp bara vid återkrav.");
        refused(
                claim(Action.CLAIM, 500, 501, today, null),
                "Det återbetalda kan inte vara mer än de " + Sek.of(500) + " som återkravet gäller.");
        refused(
                claim(Action.CLAIM, 500, 500, null, null),
                "Ange både återbetalat belopp och dagen då det kom in, eller ingetdera.");
        refused(
                claim(Action.CLAIM, 500, 0, today, null),
                "Ange både återbetalat belopp och dagen då det kom in, eller ingetdera.");
        repayments.record(claim(Action.CLAIM, 500, 500, today, null));
        assertThat(claims.findByReferenceOrderById(reference))
                .extracting(RepaymentClaim::unpaid)
                .containsExactly(Sek.ZERO);
    }

    @Test
    void theDaysOfADecisionFollowEachOtherAndItIsMade() {
        refused(
                claim(
                        Action.CLAIM,
                        500,
                        0,
                        null,
                        new ClaimDecision("604-1", today.plusDays(1), today.plusDays(1), null)),
                "Beslutet om återkrav kan inte vara fattat senare än i dag. Anteckna det när det är fattat.");
        refused(
                claim(Action.CLAIM, 500, 0, null, new ClaimDecision("604-1", today, today.minusDays(1), null)),
                "Den sista dagen att betala kan inte vara före beslutets dag.");
        refused(
                claim(Action.CLAIM, 500, 0, null, new ClaimDecision("604-1", today, today, today.minusDays(1))),
                "Beslutet kan inte ha fått laga kraft före beslutets dag.");
        assertThat(repayments.record(
                        claim(Action.CLAIM, 500, 0, null, new ClaimDecision("604-1", today, today, today))))
                .isTrue();
    }

    @Test
    void aClaimBarsNewGrantsWhileItIsDueEnforceableAndUnpaid() {
        watched();
        assertThat(repayments.watched(reference)).isPresent();
        assertThat(registered()).isEqualTo(Sek.of(5_000));

        assertThat(repayments.followUp(reference, paid(2_000, today))).isTrue();
        assertThat(registered()).isEqualTo(Sek.of(3_000));
        repayments.followUp(
                reference, new FollowUp(Event.APPEALED, Sek.ZERO, null, "Överklagat", Actor.of("financeK1")));
        assertThat(registered()).isNull();
        repayments.followUp(
                reference,
                new FollowUp(Event.ENFORCEABLE, Sek.ZERO, today.minusDays(1), "Avslag", Actor.of("financeK1")));
        assertThat(registered()).isEqualTo(Sek.of(3_000));
        repayments.followUp(
                reference, new FollowUp(Event.DEFERRED, Sek.ZERO, today.plusDays(1), "Anstånd", Actor.of("financeK1")));
        assertThat(registered()).isNull();

        assertThat(repayments.followUp(reference, paid(3_000, today))).isFalse();
        assertThat(repayments.watched(reference)).isEmpty();
    }

    @Test
    void aClaimThatIsWaivedInTheEndLeavesTheRegister() {
        watched();

        assertThat(repayments.followUp(
                        reference, new FollowUp(Event.ENDED, Sek.ZERO, null, "Upphävt", Actor.of("financeK1"))))
                .isFalse();
        assertThat(registered()).isNull();
    }

    @Test
    void aPaymentIsAtMostWhatIsLeftAndHasComeByToday() {
        watched();
        var most = "Ange det belopp som har kommit in, högst " + Sek.of(5_000) + ".";
        refused(paid(0, today), most);
        refused(paid(5_001, today), most);
        refused(paid(100, null), "Ange dagen då pengarna kom in, i dag eller tidigare.");
        refused(paid(100, today.plusDays(1)), "Ange dagen då pengarna kom in, i dag eller tidigare.");
        assertThat(registered()).isEqualTo(Sek.of(5_000));

        assertThat(repayments.followUp(reference, paid(5_000, today))).isFalse();
    }

    @Test
    void aNewLastDayIsLaterThanToday() {
        watched();

        refused(
                new FollowUp(Event.DEFERRED, Sek.ZERO, today, "Anstånd", Actor.of("financeK1")),
                "Ange en ny sista dag att betala som är senare än i dag.");
    }

    @Test
    void nothingIsFollowedUpIfNoClaimWaitsForPayment() {
        refused(paid(1, today), "Det finns inget återkrav som väntar på betalning i ärendet.");
    }

    @Test
    void theJournalSaysWhatIsClaimedAndWhatIsLeftToPay() {
        watched();
        repayments.followUp(reference, paid(2_000, today));

        assertThat(journal.of(reference))
                .filteredOn(event -> event.kind() == EventKind.GRANT
                        && "financeK1".equals(event.actor().value()))
                .extracting(CaseEvent::text)
                .endsWith(
                        "Återkrav: " + Sek.of(5_000) + ", återbetalt " + Sek.ZERO
                                + ". Villkoren är inte uppfyllda Villkor 2",
                        "Återkrav 604-1: " + Sek.of(3_000) + " återstår att betala. Kontoutdrag");
    }

    /** 5 000 kr, decided ten days ago, and due and enforceable since. */
    private void watched() {
        var decision = new ClaimDecision("604-1", today.minusDays(10), today.minusDays(5), today.minusDays(5));
        assertThat(repayments.record(claim(Action.CLAIM, 5_000, 0, null, decision)))
                .isTrue();
    }

    /** What the register says that the recipient owes today; null if nothing. */
    private Sek registered() {
        return register.against("8020000006", today).stream()
                .map(OverdueClaim::amount)
                .findFirst()
                .orElse(null);
    }

    private RepaymentService.Claim claim(
            Action action, long amount, long repaid, LocalDate repaidOn, ClaimDecision decision) {
        return new RepaymentService.Claim(
                reference,
                null,
                action,
                "CONDITIONS",
                new RepaymentService.Claim.Words("Återkrav", "Villkoren är inte uppfyllda"),
                Sek.of(amount),
                Sek.of(repaid),
                repaidOn,
                decision,
                "Villkor 2",
                Actor.of("financeK1"));
    }

    private static FollowUp paid(long sum, LocalDate on) {
        return new FollowUp(Event.PAID, Sek.of(sum), on, "Kontoutdrag", Actor.of("financeK1"));
    }

    private void refused(RepaymentService.Claim claim, String because) {
        assertThatThrownBy(() -> repayments.record(claim))
                .isInstanceOf(GrantRefused.class)
                .hasMessage(because);
    }

    private void refused(FollowUp followUp, String because) {
        assertThatThrownBy(() -> repayments.followUp(reference, followUp))
                .isInstanceOf(GrantRefused.class)
                .hasMessage(because);
    }
}
