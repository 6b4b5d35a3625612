package se.tidig.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.assessment.Recusal.State;
import se.tidig.form.Rejected;

/** A conflict of interest is declared, may be questioned, and is examined by somebody else (16 to 18 §§ FL). */
class RecusalTest {

    private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
    private static final ConflictGround PARTY = new ConflictGround("party", "Part eller närstående (16 § 1)");

    private final Recusal recusal = Recusal.declared(
            Reference.of("K-2026-2-017"),
            new ConflictOfInterestService.Leaving(
                    Actor.of("officerK1"), "K", Set.of("caseOfficers"), PARTY, "Är ordförandens make.", false),
            NOW);

    @Test
    void aDeclarationIsInForceAtOnceAndSaysWhoWhyAndWhen() {
        assertThat(recusal.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(recusal.board()).isEqualTo("K");
        assertThat(recusal.person()).isEqualTo(Actor.of("officerK1"));
        assertThat(recusal.candidateGroups()).containsExactly("caseOfficers");
        assertThat(recusal.ground()).isEqualTo(PARTY);
        assertThat(recusal.circumstances()).isEqualTo("Är ordförandens make.");
        assertThat(recusal.declaredAt()).isEqualTo(NOW);
        assertThat(recusal.state()).isEqualTo(State.DECLARED);
        assertThat(recusal.isInForce()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DECLARED, true", "QUESTIONED, true", "UPHELD, true", "NOT_CONFLICTED, false", "MAY_ACT, false"})
    void itIsInForceUntilSomebodyHasFoundThatThePersonMayAct(State state, boolean inForce) {
        assertThat(state.isInForce()).isEqualTo(inForce);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPHELD", "NOT_CONFLICTED", "MAY_ACT"})
    void aQuestionIsExaminedOnceByAnother(State answer) {
        refused(() -> recusal.review(answer, Actor.of("headK"), "Skäl", NOW), "Jävsfrågan är redan prövad.");
        recusal.question();
        assertThat(recusal.state()).isEqualTo(State.QUESTIONED);
        refused(recusal::question, "Jävsfrågan är redan prövad.");
        refused(
                () -> recusal.review(answer, Actor.of("officerK1"), "Skäl", NOW),
                "Den som jävet gäller får inte pröva jävsfrågan (18 § förvaltningslagen). Lämna den till en annan"
                        + " chef.");
        assertThat(recusal.state()).isEqualTo(State.QUESTIONED);

        recusal.review(answer, Actor.of("headK"), "Skäl", NOW);

        assertThat(recusal.state()).isEqualTo(answer);
        refused(() -> recusal.review(answer, Actor.of("headK"), "Igen", NOW), "Jävsfrågan är redan prövad.");
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(Rejected.class).hasMessage(because);
    }
}
