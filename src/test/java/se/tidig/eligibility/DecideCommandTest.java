package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.row;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import se.tidig.bundle.Bundle;

/** The command {@code decide} as a shell sees it: exit code, standard output and standard error. */
class DecideCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Logger camunda = (Logger) LoggerFactory.getLogger("org.camunda");
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    /** In this process logging may have started long before the command could send it to standard error. */
    @BeforeEach
    void capture() {
        camunda.setLevel(Level.ERROR);
        System.setOut(new PrintStream(out, true));
        System.setErr(new PrintStream(err, true));
    }

    @AfterEach
    void release() {
        camunda.setLevel(null);
        System.setOut(realOut);
        System.setErr(realErr);
    }

    /** In a process of its own, whose locale knows no Swedish letters: its output holds only the results. */
    @Test
    void printsOneResultForEachCaseAndNothingElse() throws Exception {
        var cases = Path.of("src/test/resources/eligibility-cases.json");
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DecideCommandTest.class.getName(),
                "eligibility",
                cases.toString());
        java.environment().put("LC_ALL", "C");
        var printed = folder.resolve("out.json");
        var process = java.redirectOutput(printed.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("err.txt")).isEmptyFile();
        var results = JSON.readTree(printed.toFile());
        var given = JSON.readTree(cases.toFile());
        assertThat(results).hasSameSizeAs(given);
        for (var i = 0; i < given.size(); i++) {
            assertThat(results.get(i).get("id")).isEqualTo(given.get(i).get("id"));
            assertThat(results.get(i).get("outcome"))
                    .isEqualTo(given.get(i).get("expected").get("outcome"));
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DecideCommand()).execute(arguments));
    }

    @Test
    void amountsArePlainNumbersWithoutNeedlessDecimals() throws IOException {
        decide("eligibility", write(row("id", "a", "facts", association().facts())));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"maxGrant\":100000,\"eligibleCost\":100000,");

        out.reset();
        var half = association().with("requestedAmount", new BigDecimal("50000.50"));
        decide("eligibility", write(row("id", "a", "facts", half.facts())));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"maxGrant\":50000.5,\"eligibleCost\":100000,");
    }

    private static final String VISITED = "visitOn &gt; date(\"2026-10-01\")";

    /** A day must be a day for the table to compare it. */
    @Test
    void anAnswerOfATaskIsReadAsItIsWritten() throws IOException {
        var models = Files.createDirectories(folder.resolve("models/dmn")).getParent();
        for (var name : Bundle.packaged().names("dmn/", ".dmn")) {
            Files.writeString(
                    models.resolve(name),
                    Bundle.packaged()
                            .text(name)
                            .replace("agentSigned = true and signatoryAuthorised != true", VISITED)
                            .replace("hasAgent = true and powerOfAttorney != true", VISITED));
        }

        assertThat(findings(models, "2026-10-02")).hasSize(1);
        out.reset();
        assertThat(findings(models, "2026-09-30")).isEmpty();
    }

    private JsonNode findings(Path models, String visit) throws IOException {
        var facts = association().with("visitOn", visit).facts();
        decide("eligibility", write(row("id", "a", "facts", facts)), "--models", models.toString());
        return results().get(0).get("findings");
    }

    @Test
    void aFindingIsPrintedWithCodeEffectParagraphAndReason() throws IOException {
        decide(
                "eligibility",
                write(row(
                        "id",
                        "a",
                        "facts",
                        association().with("participantFee", 1).facts())));

        var finding = results().get(0).get("findings").get(0);
        assertThat(finding.fieldNames()).toIterable().containsExactly("code", "effect", "paragraph", "reason");
        assertThat(finding.get("paragraph").asText()).isEqualTo("3 § första stycket");
    }

    @Test
    void aCaseWithAWrongFactGetsAnErrorAndTheOthersTheirResults() throws IOException {
        var status = decide(
                "eligibility",
                write(
                        row("id", "rätt-1", "facts", association().facts()),
                        row(
                                "id",
                                "fel-1",
                                "facts",
                                association().with("internship", 7).facts()),
                        row("facts", association().facts()),
                        row("id", "fel-2"),
                        row("id", "rätt-2", "facts", association().facts())));

        assertThat(status).isNotZero();
        assertThat(results().findValuesAsText("id")).containsExactly("rätt-1", "rätt-2");
        assertThat(errors())
                .contains("fel-1", "internship", "nr 3", "fel-2", "facts")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void aPartOfTheTableIsPrintedRowByRow() throws IOException {
        var given = association().with("participantFee", 1).with("economicActivity", true);

        var status = decide("activity-eligibility", write(row("id", "a", "facts", given.facts())));

        assertThat(status).isZero();
        assertThat(results().get(0).get("result"))
                .extracting(r -> r.get("activityEligibility").get("code").asText())
                .containsExactlyInAnyOrder("FEE", "ECONOMIC_ACTIVITY");
    }

    @Test
    void anyOtherDecisionGetsItsFactsAsTheyAre() throws IOException {
        Files.createDirectories(folder.resolve("dmn"));
        Files.writeString(
                folder.resolve("dmn/double.dmn"),
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
                  <decision id="double" name="Dubbelt">
                    <variable id="v" name="doubled" />
                    <literalExpression id="l"><text>amount * 2</text></literalExpression>
                  </decision>
                </definitions>
                """);

        var status = decide(
                "double",
                write(row("id", 1, "facts", row("amount", 10_000_000_000_000L))),
                "--models",
                folder.toString());

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("[\n{\"id\":1,\"result\":[{\"doubled\":20000000000000}]}\n]");
    }

    @Test
    void theDaysOfAnyTableAreDays() throws IOException {
        var facts = row("amount", 100_000, "decidedOn", "2026-12-05", "interimReportDue", null);
        facts.put("finalReportDue", "2027-12-31");

        assertThat(decide("payment-plan", write(row("id", "a", "facts", facts))))
                .as(errors())
                .isZero();
        assertThat(results().get(0).get("result").findValuesAsText("due")).contains("2026-12-05");
    }

    @ParameterizedTest
    @CsvSource({
        "payment-plan, decidedOn, den 5 december, datum",
        "payment-plan, amount, 100000, tal",
        "audit-requirement, municipal, nej, true eller false",
        "time-limits, limit, ALDRIG, ett av värdena",
        "delegation, organisationType, Förening, ett av värdena"
    })
    void aFactOfTheWrongTypeIsAnErrorInAnyTable(String table, String fact, String value, String expected)
            throws IOException {
        assertThat(decide(table, write(row("id", "fall-7", "facts", row(fact, value)))))
                .isNotZero();
        assertThat(errors()).contains("fall-7", fact, expected).doesNotContain("\tat ");
        assertThat(results()).isEmpty();
    }

    @Test
    void noCasesGiveNoResults() throws IOException {
        assertThat(decide("eligibility", write())).isZero();
        assertThat(results()).isEmpty();
    }

    @Test
    void whatIsNotThereIsAPlainErrorAndNothingIsPrinted() throws IOException {
        assertPlainError(decide("eligibility", folder.resolve("nej.json").toString()), "nej.json");
        assertPlainError(decide("valfritt", write()), "valfritt");
        assertPlainError(decide("eligibility", write(), "--models", folder.toString()), folder.toString());
        var noList = Files.writeString(folder.resolve("objekt.json"), "{}");
        assertPlainError(decide("eligibility", noList.toString()), "objekt.json");
        var noJson = Files.writeString(folder.resolve("trasig.json"), "[\n{");
        assertPlainError(decide("eligibility", noJson.toString()), "trasig.json");
        var goesOn = Files.writeString(folder.resolve("mer.json"), "[]\n[]");
        assertPlainError(decide("eligibility", goesOn.toString()), "mer.json");
        var saidTwice = Files.writeString(folder.resolve("dubbel.json"), "[{\"id\":\"a\",\"id\":\"b\"}]");
        assertPlainError(decide("eligibility", saidTwice.toString()), "dubbel.json");
        assertPlainError(decide("eligibility"), "FILE");
    }

    private void assertPlainError(int status, String named) {
        assertThat(status).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(errors()).contains(named).doesNotContain("\tat ");
        err.reset();
    }

    private int decide(String... arguments) {
        return new CommandLine(new DecideCommand()).execute(arguments);
    }

    private String write(Object... cases) throws IOException {
        var file = folder.resolve("cases.json");
        JSON.writeValue(file.toFile(), List.of(cases));
        return file.toString();
    }

    private JsonNode results() throws IOException {
        return JSON.readTree(out.toByteArray());
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
