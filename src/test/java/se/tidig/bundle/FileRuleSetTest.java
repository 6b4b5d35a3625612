package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a bundle in files. */
class FileRuleSetTest {

    @TempDir
    private Path models;

    @BeforeEach
    void tables() throws IOException {
        Files.createDirectories(models.resolve("dmn"));
    }

    @Test
    void aLiteralExpressionThatGivesAContextIsOneRowOfItsEntries() throws IOException {
        literal("a.dmn", "context", "{twice: 2 * n, list: [n]}");

        assertThat(FileRuleSet.in(models).decide("context", Map.of("n", 1)))
                .containsExactly(Map.of("twice", 2L, "list", List.of(1L)));
    }

    @Test
    void anyOtherLiteralExpressionIsOneRowWithItsVariable() throws IOException {
        literal("a.dmn", "number", "2 * n");

        assertThat(FileRuleSet.in(models).decide("number", Map.of("n", 1))).containsExactly(Map.of("value", 2L));
    }

    @Test
    void aTableGivesItsMatchingRowsByOutputName() throws IOException {
        table("a.dmn");

        var rules = FileRuleSet.in(models);
        assertThat(rules.decide("table", Map.of("n", 1))).containsExactly(Map.of("found", Map.of("code", "A")));
        assertThat(rules.decide("table", Map.of("n", 9)))
                .containsExactly(Map.of("found", Map.of("code", "A")), Map.of("found", Map.of("code", "B")));
        assertThat(rules.decide("table", Map.of("n", -1))).isEmpty();
    }

    @Test
    void anUnknownDecisionIsRefusedWithAListOfTheKnownOnes() throws IOException {
        literal("a.dmn", "number", "1");

        assertThatThrownBy(() -> FileRuleSet.in(models).decide("annat", Map.of()))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("annat")
                .hasMessageContaining("number");
    }

    @Test
    void aFolderWithoutTablesIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> FileRuleSet.in(models))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining(models.resolve("dmn").toString());
        assertThatThrownBy(() -> FileRuleSet.in(models.resolve("nej")))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("finns inte");
    }

    @Test
    void aFileThatIsNotATableIsRefusedByName() throws IOException {
        literal("a.dmn", "number", "1");
        Files.writeString(models.resolve("dmn/trasig.dmn"), "<definitions>");

        assertThatThrownBy(() -> FileRuleSet.in(models))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("trasig.dmn");
    }

    @Test
    void twoDecisionsWithOneIdAreRefused() throws IOException {
        literal("a.dmn", "number", "1");
        literal("b.dmn", "number", "2");

        assertThatThrownBy(() -> FileRuleSet.in(models))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("a.dmn")
                .hasMessageContaining("b.dmn");
    }

    @Test
    void anUnparsableExpressionIsRefusedWithDecisionAndFile() throws IOException {
        literal("a.dmn", "number", "1 +");

        assertThatThrownBy(() -> FileRuleSet.in(models).decide("number", Map.of()))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("number")
                .hasMessageContaining("a.dmn");
    }

    @Test
    void thePackagedTablesAreFound() {
        FileRuleSet.packaged().demand("eligibility");
    }

    private void literal(String file, String id, String expression) throws IOException {
        write(
                file,
                """
                <decision id="%s" name="x">
                  <variable id="v" name="value" />
                  <literalExpression id="l"><text>%s</text></literalExpression>
                </decision>
                """
                        .formatted(id, expression));
    }

    private void table(String file) throws IOException {
        var rule =
                """
                <rule id="rule%1$s">
                  <inputEntry id="in%1$s"><text>&gt; %2$s</text></inputEntry>
                  <outputEntry id="out%1$s"><text>{code: "%1$s"}</text></outputEntry>
                </rule>
                """;
        write(
                file,
                """
                <decision id="table" name="x">
                  <decisionTable id="t" hitPolicy="COLLECT">
                    <input id="i"><inputExpression id="e"><text>n</text></inputExpression></input>
                    <output id="o" name="found" />
                    %s%s
                  </decisionTable>
                </decision>
                """
                        .formatted(rule.formatted("A", 0), rule.formatted("B", 5)));
    }

    private void write(String file, String decision) throws IOException {
        Files.writeString(
                models.resolve("dmn").resolve(file),
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\""
                        + " namespace=\"d\">" + decision + "</definitions>");
    }
}
