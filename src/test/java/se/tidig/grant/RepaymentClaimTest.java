package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.grant.RepaymentClaim.Action;

/** What is left to pay of a claim (16 and 17 §§), and whether anybody watches that it is paid. */
class RepaymentClaimTest {

    private static final LocalDate DUE = LocalDate.parse("2026-12-15");

    @Test
    void whatIsNotRepaidIsLeft() {
        var claim = claim(Action.CLAIM, DUE);
        assertThat(claim.unpaid()).isEqualTo(Sek.of(5_000));

        var once = claim.paid(Sek.of(2_000), DUE.minusDays(3));
        assertThat(once.unpaid()).isEqualTo(Sek.of(3_000));
        var twice = once.paid(Sek.of(3_000), DUE);
        assertThat(twice.repaid()).isEqualTo(Sek.of(5_000));
        assertThat(twice.repaidOn()).isEqualTo(DUE);
        assertThat(twice.unpaid()).isEqualTo(Sek.ZERO);
    }

    @ParameterizedTest
    @EnumSource(names = "CLAIM", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsLeftOfWhatIsNotClaimed(Action action) {
        assertThat(claim(action, null).unpaid()).isEqualTo(Sek.ZERO);
    }

    @Test
    void nothingIsLeftOnceTheClaimHasEnded() {
        var ended = claim(Action.CLAIM, DUE).ended(DUE.plusDays(1));

        assertThat(ended.endedOn()).isEqualTo(DUE.plusDays(1));
        assertThat(ended.unpaid()).isEqualTo(Sek.ZERO);
    }

    @Test
    void paymentIsWatchedWhileThereIsALastDayAndSomethingIsLeft() {
        assertThat(claim(Action.CLAIM, DUE).isWatched()).isTrue();
        assertThat(claim(Action.CLAIM, null).isWatched()).isFalse();
        assertThat(claim(Action.CLAIM, DUE).paid(Sek.of(5_000), DUE).isWatched())
                .isFalse();
    }

    @Test
    void aDeferredClaimIsDueLaterAndKeepsAllElse() {
        assertThat(claim(Action.CLAIM, DUE).deferred(DUE.plusDays(30)))
                .isEqualTo(claim(Action.CLAIM, DUE.plusDays(30)));
    }

    @Test
    void aClaimIsEnforceableFromADayUntilItIsAppealed() {
        var claim = claim(Action.CLAIM, DUE);
        assertThat(claim.enforceable(DUE).enforceableOn()).isEqualTo(DUE);

        assertThat(claim.enforceable(DUE).enforceable(null)).isEqualTo(claim);
    }

    @Test
    void theRegisterOfClaimsKnowsItByTheGrantAndItsNumber() {
        assertThat(claim(Action.CLAIM, DUE).key()).isEqualTo("K-2026-2-017-A7");
    }

    private static RepaymentClaim claim(Action action, LocalDate dueOn) {
        return new RepaymentClaim(
                7L,
                Reference.of("K-2026-2-017"),
                null,
                action,
                "CONDITIONS",
                "Villkoren är inte uppfyllda",
                Sek.of(5_000),
                Sek.ZERO,
                null,
                "604-1",
                DUE.minusDays(30),
                dueOn,
                null,
                null,
                "Villkor 2",
                Actor.of("financeK1"),
                Instant.parse("2026-11-20T10:00:00Z"));
    }
}
