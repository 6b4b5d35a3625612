package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelLimitsTest {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private static String fault(String expression) {
        return FeelLimits.fault(
                ENGINE.parseExpression(expression).parsedExpression().expression());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "for i in 1..100000000 return i; räckan 1..100000000 är för lång",
                "count(for i in 1..1000000000 return i) > 3; för lång",
                "for i in 1..amount return i; det går inte att se hur lång räckan är",
                "some i in 1..20000 satisfies i > 3; för lång",
                "for a in 1..9000, b in 1..9000 return a; räknar fram för mycket",
                "for a in 1..9000 return for b in 1..9000 return a; räknar fram för mycket",
                "for a in rows, b in rows, c in rows, d in rows return 1; räknar fram för mycket",
                "matches(name, \"(a+)+b\"); har flera upprepningar",
                "replace(name, pattern, \"x\"); ingen fast text",
            })
    void anExpressionThatAsksForTooMuchHasAFault(String expression, String fault) {
        assertThat(fault(expression)).contains(fault);
    }

    @Test
    void aTextThatDoublesItselfAndAnExpressionTooDeepHaveAFault() {
        var doubling = new StringBuilder("{ a0: \"xxxxxxxxxx\"");
        for (int i = 1; i < 40; i++) {
            doubling.append(", a" + i + ": a" + (i - 1) + " + a" + (i - 1));
        }
        assertThat(fault(doubling + " }")).contains("räknar fram för mycket");
        assertThat(fault("1" + "+1".repeat(450))).contains("för djupt sammansatt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..12 return i * 2",
                "for i in 1..count(rows) return rows[i].amount",
                "sum(for r in rows return r.amount)",
                "distinct values(for a in rows return a.kind)",
                "replace(name, \"[^a-z]+\", \"\")",
                "a > 5 and list contains(b, \"x\")",
                "x in [1..100000000]",
            })
    void whatTablesReallyAskForHasNone(String expression) {
        assertThat(fault(expression)).isNull();
    }

    @Test
    void whatTakesTooLongIsEndedAndTheThreadGoesOn() {
        var loop = ENGINE.parseExpression(
                        "for a in rows, b in rows return count(for c in rows, d in rows return a + b + c + d)")
                .parsedExpression();
        var rows = java.util.stream.IntStream.range(0, 400).boxed().toList();
        var began = System.nanoTime();
        assertThatThrownBy(() -> FeelTime.within(300, () -> ENGINE.evaluate(loop, Map.of("rows", rows))))
                .isInstanceOf(FeelTime.TooLong.class)
                .hasMessageContaining("avbröts");
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(20);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(FeelTime.within(300, () -> 7)).isEqualTo(7);
    }

    @Test
    void aFormsExpressionThatAsksForTooMuchGivesNothing() {
        assertThat(Feel.evaluate("=count(for i in 1..100000000 return i)", Map.of()))
                .isNull();
    }
}
