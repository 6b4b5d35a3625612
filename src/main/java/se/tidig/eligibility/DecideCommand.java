package se.tidig.eligibility;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleError;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.VocabularyReader;

/**
 * Runs a decision over cases in a file, for a process owner who tries a changed table before deploying it. Standard
 * output holds the results as JSON and nothing else. A case with a wrong fact gets an error instead of a result; the
 * other cases get their results. Needs no database.
 */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = "Kör ett beslut över en fil med fall och skriver resultaten som JSON.")
public final class DecideCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // A file with text after its list, or with a fact twice, is refused: it would be read in another way than
            // meant.
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Parameters(index = "0", paramLabel = "DECISION", description = "Beslutets id, till exempel eligibility.")
    private String decision;

    @Parameters(index = "1", paramLabel = "FILE", description = "JSON-fil med en lista av {id, facts}.")
    private Path file;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Mapp med tabellerna i dmn/. Utan den används programmets egna.")
    private Path models;

    private final PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private Vocabulary vocabulary;
    private FileRuleSet rules;

    @Override
    public Integer call() throws IOException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "logback-command.xml");
        }
        // Reading it starts the log, so it waits until the log is kept off standard output.
        vocabulary = VocabularyReader.read();
        try {
            var cases = cases();
            rules = models == null ? FileRuleSet.packaged() : FileRuleSet.in(models);
            rules.demand(decision);
            var results = results(cases);
            print(results);
            return results.size() == cases.size() ? 0 : 1;
        } catch (FactError | RuleError e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    private JsonNode cases() {
        try {
            var cases = JSON.readTree(Files.readAllBytes(file));
            if (cases.isArray()) {
                return cases;
            }
        } catch (JsonProcessingException e) {
            throw new RuleError("Filen " + file + " är inte JSON, rad "
                    + (e.getLocation() == null ? "1" : e.getLocation().getLineNr()) + ". Rätta filen.");
        } catch (IOException e) {
            throw new RuleError("Filen " + file + " går inte att läsa. Kontrollera sökvägen.", e);
        }
        throw new RuleError("Filen " + file + " innehåller ingen lista. Den ska vara en JSON-lista av {id, facts}.");
    }

    private List<String> results(JsonNode cases) throws JsonProcessingException {
        var results = new ArrayList<String>();
        for (var i = 0; i < cases.size(); i++) {
            try {
                results.add(JSON.writeValueAsString(result(cases.get(i), i + 1)));
            } catch (FactError | RuleError e) {
                errors.println(e.getMessage());
            }
        }
        return results;
    }

    private Map<String, Object> result(JsonNode node, int number) {
        var id = node.path("id");
        if (!id.isValueNode() || id.isNull() || id.asText().isBlank()) {
            throw new FactError("nr " + number + " i " + file, "id", "saknas", "en text som namnger ärendet");
        }
        if (!node.path("facts").isObject()) {
            throw new FactError(id.asText(), "facts", "saknas", "ett JSON-objekt med uppgifterna");
        }
        var facts = JSON.convertValue(node.get("facts"), new TypeReference<LinkedHashMap<String, Object>>() {});
        var result = new LinkedHashMap<String, Object>();
        result.put("id", id);
        var check = new EligibilityCheck(rules);
        if (EligibilityCheck.DECISIONS.contains(decision)) {
            // Answers of tasks; EligibilityCheck types the facts that are the application's and the system's.
            var own = Facts.in(EligibilityCheck.form(rules)).stream()
                    .map(Fact::name)
                    .collect(Collectors.toSet());
            facts.replaceAll((name, value) -> own.contains(name) ? value : TableFacts.written(value));
        }
        if (decision.equals(EligibilityCheck.DECISION)) {
            var eligibility = check.check(id.asText(), facts);
            result.put("outcome", eligibility.outcome());
            result.put("maxGrant", number(eligibility.maxGrant()));
            result.put("eligibleCost", number(eligibility.eligibleCost()));
            result.put(
                    "findings",
                    eligibility.findings().stream().map(DecideCommand::printed).toList());
        } else if (EligibilityCheck.DECISIONS.contains(decision)) {
            result.put("result", check.decide(decision, id.asText(), facts));
        } else {
            result.put(
                    "result",
                    rules.decide(decision, new TableFacts(vocabulary, rules).of(decision, id.asText(), facts)));
        }
        return result;
    }

    private static Map<String, Object> printed(EligibilityFinding finding) {
        var printed = new LinkedHashMap<String, Object>();
        printed.put("code", finding.code());
        printed.put("effect", finding.effect());
        printed.put("paragraph", finding.paragraph());
        printed.put("reason", finding.reason());
        return printed;
    }

    private static BigDecimal number(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }

    private static void print(List<String> results) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(results.isEmpty() ? "[]" : "[\n" + String.join(",\n", results) + "\n]");
    }
}
