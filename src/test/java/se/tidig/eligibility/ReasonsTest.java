package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reasons as a decision letter states them. */
class ReasonsTest {

    @Test
    void everyReasonIsASwedishSentenceAndEveryRowGivesOne() throws IOException {
        var reasons = new TreeMap<String, String>();
        var cases = new JsonMapper().readTree(getClass().getResource("/eligibility-cases.json"));
        for (var each : cases) {
            @SuppressWarnings("unchecked")
            Map<String, Object> facts = new JsonMapper().convertValue(each.get("facts"), Map.class);
            for (var finding : Given.CHECK.check(each.get("id").asText(), facts).findings()) {
                reasons.put(finding.code() + " " + finding.reason(), finding.code());
                for (var sentence : List.of(finding.reason(), finding.decisionReason())) {
                    assertThat(sentence)
                            .matches("\\p{Lu}.*[a-zåäö0-9)§]\\.")
                            .doesNotContain("null", "samverkanspart", "undertecknad")
                            .as("a day is written in words")
                            .doesNotContainPattern("[0-9]{4}-[0-9]{2}");
                }
                assertThat(finding.name()).matches("\\p{Lu}[a-zåäöK ]+").isNotEqualTo(finding.code());
                // What the decision says has been examined: it asks no question, and says what the board itself
                // found.
                assertThat(finding.decisionReason()).doesNotContain("Pröva", "behöver pröva", "enligt ansökan");
            }
        }
        assertThat(new TreeSet<>(reasons.values())).isEqualTo(codesOfTheTable());
    }

    private static TreeSet<String> codesOfTheTable() throws IOException {
        try (var stream = ReasonsTest.class.getResourceAsStream("/models/dmn/eligibility.dmn")) {
            var table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var codes = new TreeSet<String>();
            Pattern.compile("\\{code: \"(\\w+)\", effect")
                    .matcher(table)
                    .results()
                    .forEach(r -> codes.add(r.group(1)));
            assertThat(codes).hasSize(44);
            return codes;
        }
    }
}
