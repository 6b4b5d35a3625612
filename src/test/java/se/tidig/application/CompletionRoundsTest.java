package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code completion-rounds}, row by row. */
class CompletionRoundsTest {

    @ParameterizedTest
    @CsvSource({"0, 2, INFORMAL, 14", "1, 1, ORDER, 21", "2, 0, ORDER, 14", "7, 0, ORDER, 14"})
    void informallyFirstThenByOrderThenNoMore(int used, int left, CompletionKind kind, int days) {
        var terms = CompletionTerms.of(ApplicationFixture.RULES, used);

        assertThat(terms.roundsLeft()).isEqualTo(left);
        assertThat(terms.kind()).isEqualTo(kind);
        assertThat(terms.days()).isEqualTo(days);
    }

    @Test
    void anOrderStatesItsConsequenceAndAnInformalRequestThreatensWithNothing() {
        assertThat(CompletionTerms.of(ApplicationFixture.RULES, 0).consequence())
                .isNull();
        assertThat(CompletionTerms.of(ApplicationFixture.RULES, 1).consequence())
                .contains("avvisas");
        assertThat(CompletionTerms.of(ApplicationFixture.RULES, 2).consequence())
                .contains("avvisas");
    }
}
