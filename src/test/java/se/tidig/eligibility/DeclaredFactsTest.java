package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.DeclaredVocabulary;

class DeclaredFactsTest {

    @Test
    void theModelCheckKnowsTheFactsAndValuesThatTheTableIsHanded() {
        var typed = new TreeMap<String, Set<String>>();
        for (var fact : Facts.declared()) {
            if (fact.members().isEmpty()) {
                typed.put(fact.name(), Set.copyOf(fact.values()));
            }
            fact.members().forEach(member -> typed.put(fact.name() + "." + member.name(), Set.of()));
        }

        assertThat(DeclaredVocabulary.read()
                        .tables()
                        .get(EligibilityCheck.DECISION)
                        .facts())
                .isEqualTo(typed);
    }
}
