package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                assertThat(finding.reason())
                        .matches("\\p{Lu}.*[a-zåäö0-9)]\\.")
                        .containsPattern("[åäöÅÄÖ]")
                        .doesNotContain("null");
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
            assertThat(codes).hasSize(41);
            return codes;
        }
    }
}
