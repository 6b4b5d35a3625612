package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.Sek;
import se.tidig.decision.Proposal.Draft;
import se.tidig.form.Rejected;

class BoundsTest {

    private static final Bounds OPEN = bounds("ELIGIBLE", List.of(), 1_000_000);

    @Test
    void theWholeRequestIsGrantedInFull() {
        assertThatCode(() -> OPEN.require(draft(DecisionKind.GRANT, 200_000))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"GRANT, 199999, hela det sökta", "PARTIAL, 200000, lägre belopp än det sökta", "PARTIAL, 0, över 0"})
    void theKindFollowsTheAmount(DecisionKind kind, long amount, String message) {
        assertRefused(OPEN, draft(kind, amount), message);
    }

    @Test
    void nothingAboveTheMostThatTheCheckAllowsIsGranted() {
        var reduced = new Bounds(Sek.of(200_000), Sek.of(150_000), "ELIGIBLE", List.of(), Sek.of(1_000_000));

        assertThatCode(() -> reduced.require(draft(DecisionKind.PARTIAL, 150_000)))
                .doesNotThrowAnyException();
        assertRefused(reduced, draft(DecisionKind.PARTIAL, 150_001), "högsta möjliga bidraget");
        assertRefused(reduced, draft(DecisionKind.GRANT, 200_000), "högsta möjliga bidraget");
    }

    @Test
    void nothingAboveWhatIsLeftOfTheFrameIsGranted() {
        var nearlyEmpty = bounds("ELIGIBLE", List.of(), 60_000);

        assertThatCode(() -> nearlyEmpty.require(draft(DecisionKind.PARTIAL, 60_000)))
                .doesNotThrowAnyException();
        assertRefused(nearlyEmpty, draft(DecisionKind.PARTIAL, 60_001), "kvar av utlysningens ram");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "INELIGIBLE"})
    void whatTheCheckForbidsIsNotGranted(String outcome) {
        assertRefused(
                bounds(outcome, List.of(), 1_000_000), draft(DecisionKind.GRANT, 200_000), "bidrag inte kan lämnas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEW", "COMPLETION"})
    void whatTheCheckLeavesToAPersonIsGrantedOnlyWithAReason(String outcome) {
        var open = bounds(outcome, List.of(), 1_000_000);

        assertRefused(open, draft(DecisionKind.GRANT, 200_000), "ta ställning till");
        assertThatCode(() -> open.require(
                        new Draft(DecisionKind.GRANT, Sek.of(200_000), "Skäl", List.of(), List.of(), "Uppfyllt")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatTheAssessmentForbidsIsNotGranted() {
        var economic = bounds("ELIGIBLE", List.of("5 §"), 1_000_000);

        assertRefused(economic, draft(DecisionKind.GRANT, 200_000), "5 §");
        assertThatCode(() -> economic.require(draft(DecisionKind.REFUSAL, 0))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ELIGIBLE", "INELIGIBLE", "REVIEW", "COMPLETION"})
    void onlyWhatCannotBeTriedIsRejected(String outcome) {
        assertRefused(bounds(outcome, List.of(), 1_000_000), draft(DecisionKind.REJECTION, 0), "avvisas bara");
    }

    @Test
    void whatCannotBeTriedMayBeRejected() {
        assertThatCode(() -> bounds("REJECT", List.of(), 0).require(draft(DecisionKind.REJECTION, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyAWithdrawnApplicationIsWrittenOff() {
        assertRefused(OPEN, draft(DecisionKind.WRITE_OFF, 0), "återkallat");
    }

    private static void assertRefused(Bounds bounds, Draft draft, String message) {
        assertThatThrownBy(() -> bounds.require(draft))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(message);
    }

    private static Bounds bounds(String outcome, List<String> grounds, long frameLeft) {
        return new Bounds(Sek.of(200_000), Sek.of(200_000), outcome, grounds, Sek.of(frameLeft));
    }

    private static Draft draft(DecisionKind kind, long amount) {
        return new Draft(kind, Sek.of(amount), "Skäl", List.of(), List.of(), null);
    }
}
