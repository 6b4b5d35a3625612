package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.VocabularyReader;

class DeclaredFactsTest {

    @Test
    void theModelCheckKnowsTheFactsThatTheSystemAdds() {
        var added = new TreeSet<String>();
        for (var fact : Facts.in(Given.FORM)) {
            if (Facts.names().contains(fact.name())) {
                if (fact.members().isEmpty()) {
                    added.add(fact.name());
                }
                fact.members().forEach(member -> added.add(fact.name() + "." + member.name()));
            }
        }
        var words = VocabularyReader.read().tables().get(EligibilityCheck.DECISION);

        assertThat(words.facts().keySet()).isEqualTo(added);
        assertThat(words.answersOf()).containsExactly(Facts.FORM);
    }
}
