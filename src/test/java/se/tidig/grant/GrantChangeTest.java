package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.grant.GrantChange.Kind;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChange.Status;

/** What a recipient has told the board, in the order in which it is assessed and decided. */
class GrantChangeTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final GrantChange NOTICE = change(Kind.NOTICE, "Lokalen är uppsagd");
    private static final GrantChange REQUEST = change(Kind.REQUEST, "Längre tid");

    @ParameterizedTest
    @EnumSource
    void anAssessedChangeIsHandledUnlessTheGrantIsToBeChanged(Outcome outcome) {
        assertThat(NOTICE.assessed(outcome, "Skäl", Actor.of("officerK1"), NOW.plusSeconds(60)))
                .isEqualTo(new GrantChange(
                        null,
                        Reference.of("K-2026-2-017"),
                        Kind.NOTICE,
                        "Lokalen är uppsagd",
                        NOW,
                        Actor.of("Anna Lind"),
                        outcome == Outcome.CHANGE ? Status.TO_CHANGE : Status.HANDLED,
                        outcome,
                        "Skäl",
                        Actor.of("officerK1"),
                        NOW.plusSeconds(60)));
    }

    @Test
    void theOldestNoticeThatNobodyHasAssessedIsTheNext() {
        var handled = assessed(NOTICE, Outcome.NOTHING, 0);
        var later = change(Kind.NOTICE, "Föreståndaren har slutat");

        assertThat(log(handled, REQUEST, NOTICE, later).notAssessed(Reference.of("K-2026-2-017")))
                .contains(NOTICE);
        assertThat(log(handled, REQUEST).notAssessed(Reference.of("K-2026-2-017")))
                .isEmpty();
    }

    @Test
    void theOldestRequestOrNoticeThatCallsForAChangeIsDecidedNext() {
        var toChange = assessed(NOTICE, Outcome.CHANGE, 0);
        var handled = assessed(REQUEST, Outcome.APPROVED, 0);

        assertThat(log(handled, NOTICE, toChange, REQUEST).notDecided(Reference.of("K-2026-2-017")))
                .contains(toChange);
        assertThat(log(handled, NOTICE, REQUEST, toChange).notDecided(Reference.of("K-2026-2-017")))
                .contains(REQUEST);
        assertThat(log(handled, NOTICE).notDecided(Reference.of("K-2026-2-017")))
                .isEmpty();
    }

    @Test
    void theChangeThatWasDecidedLastIsApprovedOrRefused() {
        var approved = assessed(REQUEST, Outcome.APPROVED, 30);
        var refused = assessed(change(Kind.REQUEST, "Annan lokal"), Outcome.REFUSED, 20);
        var assessed = assessed(NOTICE, Outcome.NOTHING, 40);

        assertThat(log(approved, refused, assessed).decidedLast(Reference.of("K-2026-2-017")))
                .contains(approved);
        assertThat(log(refused, assessed).decidedLast(Reference.of("K-2026-2-017")))
                .contains(refused);
        assertThat(log(assessed, REQUEST).decidedLast(Reference.of("K-2026-2-017")))
                .isEmpty();
    }

    private static GrantChange change(Kind kind, String text) {
        return GrantChange.received(Reference.of("K-2026-2-017"), kind, text, Actor.of("Anna Lind"), NOW);
    }

    private static GrantChange assessed(GrantChange change, Outcome outcome, int seconds) {
        return change.assessed(outcome, "Skäl", Actor.of("officerK1"), NOW.plusSeconds(seconds));
    }

    /** The log of one grant, oldest first. */
    private static GrantChanges log(GrantChange... changes) {
        return new GrantChanges() {
            @Override
            public GrantChange save(GrantChange change) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<GrantChange> findByReferenceOrderById(Reference reference) {
                return List.of(changes);
            }
        };
    }
}
