package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.engine.StaffGroup;

class DelegationTableTest {

    private static final RuleSet RULES = FileRuleSet.packaged();

    @ParameterizedTest
    @CsvSource({
        "GRANT, 1, decisionMakers",
        "GRANT, 500000, decisionMakers",
        "GRANT, 500001, headsOfUnit",
        "PARTIAL, 500000, decisionMakers",
        "PARTIAL, 500001, headsOfUnit",
        "REFUSAL, 0, decisionMakers",
        "REJECTION, 0, decisionMakers",
        "WRITE_OFF, 0, decisionMakers"
    })
    void theAmountGoesToTheLevelThatMayGrantIt(String kind, long amount, String group) {
        assertThat(groups(kind, amount)).containsExactly(group);
    }

    @Test
    void everyKindOfDecisionHasAGroupThatExists() {
        assertThat(Arrays.stream(DecisionKind.values()).flatMap(kind -> groups(kind.name(), 1).stream()))
                .hasSize(DecisionKind.values().length)
                .allMatch(group -> StaffGroup.byId(group).isPresent());
    }

    private static List<String> groups(String kind, long amount) {
        return RULES.decide("delegation", Map.of("decisionKind", kind, "decisionAmount", amount)).stream()
                .map(row -> (String) row.get("decisionGroup"))
                .toList();
    }
}
