package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.bundle.FileRuleSet;

/** The cases worked out from the reading of the ordinance, independently of the table. */
class EligibilityCasesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final EligibilityCheck CHECK = new EligibilityCheck(FileRuleSet.packaged());

    static Stream<Arguments> cases() throws IOException {
        var cases = JSON.readTree(EligibilityCasesTest.class.getResource("/eligibility-cases.json"));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> Arguments.of(each.get("id").asText(), each.get("facts"), each.get("expected")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @SuppressWarnings("unchecked")
    void theTableGivesWhatWasWorkedOutByHand(String id, JsonNode facts, JsonNode expected) {
        var eligibility = CHECK.check(id, JSON.convertValue(facts, Map.class));

        assertThat(eligibility.outcome()).hasToString(expected.get("outcome").asText());
        assertThat(eligibility.maxGrant())
                .isEqualByComparingTo(expected.get("maxGrant").decimalValue());
        assertThat(eligibility.eligibleCost())
                .isEqualByComparingTo(expected.get("eligibleCost").decimalValue());
        var wanted = new HashSet<String>();
        expected.get("findings")
                .forEach(each -> wanted.add(
                        each.get("code").asText() + " " + each.get("effect").asText() + " "
                                + each.get("paragraph").asText()));
        assertThat(eligibility.findings())
                .extracting(finding -> finding.code() + " " + finding.effect() + " " + finding.paragraph())
                .containsExactlyInAnyOrderElementsOf(wanted);
    }
}
