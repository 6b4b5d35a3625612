package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.bundle.FileRuleSet;
import se.tidig.decision.Audit;
import se.tidig.decision.GrantDecision;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;
import se.tidig.grant.Grant.State;
import se.tidig.grant.Milestone.Status;
import se.tidig.organisation.Giro;

class GrantTest {

    private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
    private static final Giro ACCOUNT = new Giro(Giro.Kind.BANKGIRO, "5050-1055");
    private static final MilestoneKey FIRST = MilestoneKey.of("K-2026-2-017-M1");
    private static final MilestoneKey REPORT = MilestoneKey.of("K-2026-2-017-M2");

    private final Grant grant = grant();

    @Test
    void nothingIsPaidOrReportedBeforeTheRecipientHasConfirmed() {
        refused(grant::openNext, "är inte bekräftat");
        refused(() -> grant.paid(FIRST, Sek.of(1), NOW), "väntar inte på detta");
        refused(() -> grant.verifyPayee("Intyg", Actor.of("financeK1"), NOW), "Invänta svaret");
    }

    @Test
    void oneMilestoneIsOpenAtATimeInTheOrderOfThePlan() {
        confirmed();
        assertThat(grant.openNext().map(Milestone::key)).contains(FIRST);
        refused(grant::openNext, FIRST + " är inte avslutat");
        refused(() -> grant.reported(REPORT, true, NOW), "väntar inte på detta");

        grant.paid(FIRST, Sek.of(90_000), NOW);
        assertThat(grant.openNext().map(Milestone::key)).contains(REPORT);
        grant.reported(REPORT, true, NOW);
        assertThat(grant.openNext()).isEmpty();
    }

    @Test
    void aPaymentIsEndedOnceAndNeverWithMoreThanItsAmount() {
        confirmed();
        grant.openNext();
        refused(() -> grant.paid(FIRST, Sek.of(90_001), NOW), "ryms inte");
        refused(() -> grant.paid(FIRST, Sek.of(-1), NOW), "ryms inte");
        refused(() -> grant.reported(FIRST, true, NOW), "väntar inte på detta");
        refused(() -> grant.paid(MilestoneKey.of("K-2026-2-018-M1"), Sek.of(1), NOW), "har inget delmoment");

        grant.paid(FIRST, Sek.of(40_000), NOW);

        assertThat(grant.milestone(FIRST).status()).isEqualTo(Status.PAID);
        assertThat(grant.paid()).isEqualTo(Sek.of(40_000));
        refused(() -> grant.paid(FIRST, Sek.of(40_000), NOW), "väntar inte på detta");
    }

    @Test
    void aReportThatIsNotAcceptedHoldsWhatComesAfterIt() {
        confirmed();
        grant.openNext();
        grant.paid(FIRST, Sek.ZERO, NOW);
        assertThat(grant.milestone(FIRST).status()).isEqualTo(Status.WITHHELD);
        assertThat(grant.reportsAcceptedBefore(grant.milestone(REPORT))).isTrue();
        grant.openNext();
        grant.reported(REPORT, false, NOW);
        assertThat(grant.milestone(REPORT).status()).isEqualTo(Status.NOT_ACCEPTED);
    }

    @Test
    void itClosesOnlyWhenThePlanIsFinished() {
        confirmed();
        refused(() -> grant.close(NOW), "har delmoment kvar");
        grant.openNext();
        grant.paid(FIRST, Sek.of(90_000), NOW);
        grant.openNext();
        refused(() -> grant.close(NOW), "har delmoment kvar");
        grant.reported(REPORT, true, NOW);
        grant.close(NOW);
        assertThat(grant.status()).isEqualTo(State.CLOSED);
        refused(() -> grant.close(NOW), "har delmoment kvar");
    }

    @Test
    void aNewAccountIsANewPayee() {
        confirmed();
        grant.verifyPayee("Intyg", Actor.of("financeK1"), NOW);
        grant.nameAccount(new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6"), "Bryggan");
        assertThat(grant.payeeVerified()).isFalse();
    }

    @Test
    void whatIsDeclinedCannotBeConfirmed() {
        grant.decline("Blir inte av", NOW);
        refused(
                () -> grant.confirm(ACCOUNT, "Bryggan", Actor.of("Anna Lind"), NOW),
                "väntar inte på någon bekräftelse");
        refused(grant::openNext, "är inte bekräftat");
        grant.close(NOW);
        assertThat(grant.status()).isEqualTo(State.CLOSED);
    }

    @Test
    void aNewGrantHasTheDecidedStepsInOrderAndNothingIsDoneYet() {
        assertThat(grant().milestones())
                .extracting(Milestone::key, Milestone::number, Milestone::kind)
                .containsExactly(
                        tuple(MilestoneKey.of("K-2026-2-017-M1"), 1, StepKind.PAYMENT),
                        tuple(MilestoneKey.of("K-2026-2-017-M2"), 2, StepKind.FINAL_REPORT));
        assertThat(grant().milestones()).allSatisfy(milestone -> {
            assertThat(milestone.status()).isEqualTo(Milestone.Status.PLANNED);
            assertThat(milestone.paid()).isEqualTo(Sek.ZERO);
            assertThat(milestone.finishedAt()).isNull();
        });
    }

    @Test
    void aNewGrantSaysWhoHasItAndOnWhatTermsAndWaitsForTheRecipient() {
        var opened = SampleGrant.opened();

        assertThat(opened.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(opened.board()).isEqualTo("K");
        assertThat(opened.call()).isEqualTo(Reference.of("K-2026-2"));
        assertThat(opened.organisationNumber()).isEqualTo("8020000006");
        assertThat(opened.recipient()).isEqualTo("Föreningen Bryggan");
        assertThat(opened.municipal()).isFalse();
        assertThat(opened.amount()).isEqualTo(Sek.of(100_000));
        assertThat(opened.audit()).isEqualTo(Audit.AUDITOR);
        assertThat(opened.decidedOn()).isEqualTo(SampleGrant.DECIDED);
        assertThat(opened.periodStart()).isEqualTo(SampleGrant.DECIDED.plusDays(10));
        assertThat(opened.periodEnd()).isEqualTo(SampleGrant.DECIDED.plusDays(170));
        assertThat(opened.payingBoard()).isEqualTo("F");
        assertThat(opened.status()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(opened.openedAt()).isEqualTo(NOW);
        assertThat(opened.obstacle()).isEmpty();
    }

    @Test
    void whatIsNamedAndVerifiedIsEmptyBeforeTheRecipientHasAnswered() {
        var opened = SampleGrant.opened();

        assertThat(opened.giro()).isEmpty();
        assertThat(opened.giroHolder()).isNull();
        assertThat(opened.payeeVerified()).isFalse();
        assertThat(opened.payeeVerifiedBy()).isNull();
        assertThat(opened.payeeVerification()).isNull();
        opened.askForAccountAgain(NOW);
        assertThat(opened.giro()).isEmpty();
    }

    @Test
    void aConfirmationKeepsTheAccountItsHolderAndWhoGaveItAndAPersonVerifiesIt() {
        confirmed();
        assertThat(grant.status()).isEqualTo(State.CONFIRMED);
        assertThat(grant.confirmedAt()).isEqualTo(NOW);
        assertThat(grant.confirmedBy()).isEqualTo(Actor.of("Anna Lind"));
        assertThat(grant.giro()).contains(ACCOUNT);
        assertThat(grant.giroHolder()).isEqualTo("Bryggan");
        assertThat(grant.payeeVerified()).isFalse();

        grant.verifyPayee("Intyg", Actor.of("financeK1"), NOW);

        assertThat(grant.payeeVerified()).isTrue();
        assertThat(grant.payeeVerifiedBy()).isEqualTo(Actor.of("financeK1"));
        assertThat(grant.payeeVerification()).isEqualTo("Intyg");
        assertThat(grant.giro()).contains(ACCOUNT);
    }

    @Test
    void anAccountThatCannotBeVerifiedIsAskedForAgainFromTheBeginning() {
        var asked = SampleGrant.verified();
        asked.reminded(2);
        asked.contactAgainOn(SampleGrant.DECIDED.plusDays(30));
        assertThat(asked.reminders()).isEqualTo(2);
        assertThat(asked.contactAgain()).isEqualTo(SampleGrant.DECIDED.plusDays(30));
        asked.askForAccountAgain(NOW.plusSeconds(60));

        assertThat(asked.status()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(asked.openedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(asked.reminders()).isZero();
        assertThat(asked.contactAgain()).isNull();
        assertThat(asked.payeeVerified()).isFalse();
        assertThat(asked.giro()).contains(ACCOUNT);
        refused(() -> asked.verifyPayee("Intyg", Actor.of("financeK1"), NOW), "Invänta svaret");
    }

    @Test
    void aGrantThatIsPaidInPartGoesOnWhileTheAccountIsDoubted() {
        var active = SampleGrant.verified();
        active.openNext();
        active.reminded(1);
        active.askForAccountAgain(NOW.plusSeconds(60));

        assertThat(active.status()).isEqualTo(State.ACTIVE);
        assertThat(active.openedAt()).isEqualTo(NOW);
        assertThat(active.reminders()).isEqualTo(1);
        assertThat(active.payeeVerified()).isFalse();
    }

    @Test
    void aGrantIsDeclinedOnceWithTheReasonAndNotAfterItIsConfirmed() {
        grant.decline("Blir inte av", NOW);
        assertThat(grant.declineReason()).isEqualTo("Blir inte av");
        refused(() -> grant.decline("Igen", NOW), "Vill ni lämna ifrån er bidraget, skicka en ändringsbegäran.");
        refused(() -> SampleGrant.confirmed().decline("Ångrat", NOW), "väntar inte på någon bekräftelse");
    }

    @Test
    void aGrantIsConfirmedOnce() {
        confirmed();
        refused(this::confirmed, "Vill ni ändra något, skicka en ändringsbegäran.");
    }

    @Test
    void aReportIsNeverEndedAsAPaymentNorAPaymentAsAReport() {
        var active = SampleGrant.verified();
        active.openNext();
        refused(() -> active.reported(FIRST, true, NOW), FIRST + " (utbetalning) väntar inte på detta.");
        active.paid(FIRST, Sek.of(60_000), NOW);
        active.openNext();

        refused(() -> active.paid(REPORT, Sek.ZERO, NOW), REPORT + " (delredovisning) väntar inte på detta.");
    }

    @Test
    void aPaymentAfterAReportAsksThatTheReportIsAccepted() {
        var accepted = afterInterimReport(true);
        var refused = afterInterimReport(false);

        assertThat(accepted.reportsAcceptedBefore(accepted.milestone(MilestoneKey.of("K-2026-2-017-M3"))))
                .isTrue();
        assertThat(refused.reportsAcceptedBefore(refused.milestone(MilestoneKey.of("K-2026-2-017-M3"))))
                .isFalse();
        assertThat(refused.reportsAcceptedBefore(refused.milestone(REPORT))).isTrue();
    }

    private static Grant afterInterimReport(boolean accepted) {
        var active = SampleGrant.verified();
        active.openNext();
        active.paid(FIRST, Sek.of(60_000), NOW);
        active.openNext();
        active.reported(REPORT, accepted, NOW);
        return active;
    }

    @Test
    void theLastDayOfTheNextReportOfTheKindIsMovedUntilItIsFinished() {
        var active = SampleGrant.verified();
        var day = SampleGrant.DECIDED.plusDays(250);
        active.moveReport(StepKind.INTERIM_REPORT, day);
        assertThat(active.milestone(REPORT).due()).isEqualTo(day);
        assertThat(active.milestone(MilestoneKey.of("K-2026-2-017-M4")).due()).isEqualTo(LocalDate.parse("2027-03-01"));
        active.moveReport(StepKind.FINAL_REPORT, day.plusDays(200));
        assertThat(active.milestone(MilestoneKey.of("K-2026-2-017-M4")).due()).isEqualTo(day.plusDays(200));

        var reported = afterInterimReport(true);
        refused(
                () -> reported.moveReport(StepKind.INTERIM_REPORT, day),
                "Bidraget har ingen delredovisning som återstår. Lämna datumet tomt.");
    }

    @Test
    void whatIsPaidInSeveralPaymentsIsAddedUp() {
        var active = afterInterimReport(true);
        assertThat(active.openMilestone()).isEmpty();
        active.openNext();
        assertThat(active.openMilestone().map(Milestone::key)).contains(MilestoneKey.of("K-2026-2-017-M3"));
        active.paid(MilestoneKey.of("K-2026-2-017-M3"), Sek.of(30_000), NOW);

        assertThat(active.paid()).isEqualTo(Sek.of(90_000));
        assertThat(active.milestone(MilestoneKey.of("K-2026-2-017-M3")).finishedAt())
                .isEqualTo(NOW);
    }

    @Test
    void anOfficersNoteOfAnObstacleStandsUntilItIsTakenAway() {
        grant.noteObstacle("Verksamheten är nedlagd");
        assertThat(grant.obstacle()).contains("Verksamheten är nedlagd");
        grant.noteObstacle(null);
        assertThat(grant.obstacle()).isEmpty();
    }

    @Test
    void aGrantIsEndedWhateverItWaitsFor() {
        var active = SampleGrant.verified();
        active.openNext();
        active.end(NOW);

        assertThat(active.status()).isEqualTo(State.ENDED);
        refused(active::openNext, "är inte bekräftat");
    }

    @Test
    void aMilestonesKeyNamesItsGrantAndItsWay() {
        assertThat(MilestoneKey.of("K-2026-2-017-M12").reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(SampleGrant.opened().milestones())
                .extracting(Milestone::route)
                .containsExactly("PAYMENT", "REPORT", "PAYMENT", "REPORT");
    }

    private void confirmed() {
        grant.confirm(ACCOUNT, "Bryggan", Actor.of("Anna Lind"), NOW);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(GrantRefused.class).hasMessageContaining(because);
    }

    private static Grant grant() {
        var decided = LocalDate.parse("2026-02-16");
        var granted = new GrantDecision(
                Reference.of("K-2026-2-017"),
                "K",
                Reference.of("K-2026-2"),
                "8020000006",
                "Föreningen Bryggan",
                "association",
                "forening@example.org",
                "5050-1055",
                Sek.of(90_000),
                List.of(),
                decided,
                decided.plusDays(10),
                decided.plusDays(170),
                null,
                decided.plusDays(200),
                "F",
                null);
        var plan = new PaymentPlanTable().of(granted.wanted(false), FileRuleSet.in(Path.of(".")));
        return Grant.open(granted, false, new Terms(plan, Audit.AUDITOR, decided, 2026), NOW);
    }
}
