package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code completion-rounds}, row by row. */
class CompletionRoundsTest {

    @ParameterizedTest
    @CsvSource({
        "0, true, 2, INFORMAL, 14",
        "1, true, 1, ORDER, 21",
        "2, true, 0, ORDER, 14",
        "7, true, 0, ORDER, 14",
        "0, false, 2, INFORMAL, 14",
        "1, false, 1, INFORMAL, 21",
        "2, false, 0, INFORMAL, 14"
    })
    void informallyFirstThenByOrderOnlyOfWhatPreventsExamination(
            int used, boolean hindered, int left, CompletionKind kind, int days) {
        var terms = CompletionTerms.of(ApplicationFixture.RULES, used, hindered);

        assertThat(terms.roundsLeft()).isEqualTo(left);
        assertThat(terms.kind()).isEqualTo(kind);
        assertThat(terms.days()).isEqualTo(days);
    }

    @Test
    void anOrderStatesItsConsequenceAndAnInformalRequestThreatensWithNothing() {
        assertThat(CompletionTerms.of(ApplicationFixture.RULES, 0, true).consequence())
                .isNull();
        assertThat(CompletionTerms.of(ApplicationFixture.RULES, 1, true).consequence())
                .contains("avvisa");
        assertThat(CompletionTerms.of(ApplicationFixture.RULES, 2, true).consequence())
                .contains("avvisa");
    }
}
