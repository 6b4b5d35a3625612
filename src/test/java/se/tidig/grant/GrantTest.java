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
import se.tidig.Sek;
import se.tidig.bundle.DmnFiles;
import se.tidig.decision.Audit;
import se.tidig.decision.Granted;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;
import se.tidig.grant.Grant.State;
import se.tidig.grant.Milestone.Status;
import se.tidig.organisation.Giro;

class GrantTest {

    private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
    private static final Giro ACCOUNT = new Giro(Giro.Kind.BANKGIRO, "5050-1055");
    private static final String FIRST = "K-2026-2-017-M1";
    private static final String REPORT = "K-2026-2-017-M2";

    private final Grant grant = grant();

    @Test
    void nothingIsPaidOrReportedBeforeTheRecipientHasConfirmed() {
        refused(grant::openNext, "är inte bekräftat");
        refused(() -> grant.paid(FIRST, Sek.of(1), NOW), "väntar inte på detta");
        refused(() -> grant.verifyPayee("Intyg", "financeK1", NOW), "Invänta svaret");
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
        refused(() -> grant.paid("K-2026-2-018-M1", Sek.of(1), NOW), "har inget delmoment");

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
        grant.verifyPayee("Intyg", "financeK1", NOW);
        grant.nameAccount(new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6"), "Bryggan");
        assertThat(grant.payeeVerified()).isFalse();
    }

    @Test
    void whatIsDeclinedCannotBeConfirmed() {
        grant.decline("Blir inte av", NOW);
        refused(() -> grant.confirm(ACCOUNT, "Bryggan", "Anna Lind", NOW), "väntar inte på någon bekräftelse");
        refused(grant::openNext, "är inte bekräftat");
        grant.close(NOW);
        assertThat(grant.status()).isEqualTo(State.CLOSED);
    }

    @Test
    void aNewGrantHasTheDecidedStepsInOrderAndNothingIsDoneYet() {
        assertThat(grant().milestones())
                .extracting(Milestone::key, Milestone::number, Milestone::kind)
                .containsExactly(
                        tuple("K-2026-2-017-M1", 1, StepKind.PAYMENT),
                        tuple("K-2026-2-017-M2", 2, StepKind.FINAL_REPORT));
        assertThat(grant().milestones()).allSatisfy(milestone -> {
            assertThat(milestone.status()).isEqualTo(Milestone.Status.PLANNED);
            assertThat(milestone.paid()).isEqualTo(Sek.ZERO);
            assertThat(milestone.finishedAt()).isNull();
        });
    }

    private void confirmed() {
        grant.confirm(ACCOUNT, "Bryggan", "Anna Lind", NOW);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(GrantRefused.class).hasMessageContaining(because);
    }

    private static Grant grant() {
        var decided = LocalDate.parse("2026-02-16");
        var granted = new Granted(
                "K-2026-2-017",
                "K",
                "K-2026-2",
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
        var plan = new PaymentPlan().of(granted.wanted(false), DmnFiles.in(Path.of(".")));
        return Grant.open(granted, false, new Terms(plan, Audit.AUDITOR, decided, 2026), NOW);
    }
}
