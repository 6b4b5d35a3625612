package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelSubsetTest {

    private static final Set<String> KNOWN = Set.of("amount", "kind", "kinds", "flag", "rows", "applicant");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=amount > 5",
                "=amount >= 0.5",
                "=kind = \"LATE\"",
                "=kind != \"LATE\"",
                "=kind = null",
                "=not(flag)",
                "=flag and not(kind = \"A\") or amount <= 3",
                "=list contains(kinds, \"A\")",
                "=count(rows) > 0",
                "=sum(rows.amount) + 1 - amount * 2 < -3",
                "=applicant.kind = \"MUNICIPALITY\"",
                "=this.amount > parent.amount",
                "=amount between 1 and 5",
                "=list contains([\"A\", \"B\"], kind)"
            })
    void whatMeansTheSameEverywhereIsAllowed(String expression) {
        assertThat(FeelSubset.problems(expression, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=\"12\" > 5",
                "=0.1 + 0.2 = 0.3",
                "=amount / 3 > 1",
                "=amount ** 2 > 1",
                "=string(1.0) = \"1\"",
                "=is defined(amount)",
                "=get or else(amount, 0) > 1",
                "=if flag then 1 else 2",
                "=some x in rows satisfies x.amount > 1",
                "=for x in rows return x",
                "=rows[amount > 1]",
                "=date(\"2026-01-01\") < kind",
                "=@\"2026-01-01\" = kind",
                "=amount in [1..5]",
                "=amount instance of number",
                "={a: 1}.a = 1",
                "=\"a\" + \"b\" = kind",
                "=now() > kind",
                "=function(x) x",
                "=true > 1"
            })
    void whatFormsAndServerReadDifferentlyIsAProblem(String expression) {
        assertThat(FeelSubset.problems(expression, KNOWN)).isNotEmpty();
    }

    @Test
    void anUnknownNameIsNamedWithARemedy() {
        assertThat(FeelSubset.problems("=amuont > 5", KNOWN)).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).contains("amuont");
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=amount >", "=", "=)(", "=\"open"})
    void whatDoesNotParseIsOneProblem(String expression) {
        assertThat(FeelSubset.problems(expression, KNOWN))
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("tolka"));
    }

    @Test
    void namesAreTheRootsOfPathsWithoutTheFormsOwnWords() {
        assertThat(FeelSubset.names("=applicant.kind = kind and this.amount > parent.amount and count(i) > 1"))
                .containsExactlyInAnyOrder("applicant", "kind");
    }
}
