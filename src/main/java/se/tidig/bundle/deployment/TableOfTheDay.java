package se.tidig.bundle.deployment;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.tidig.Reference;

/**
 * Finds the deployment whose table a business rule task uses if the table is in {@code rulesOfTheDay}. A case keeps its
 * own table if the current one reads an answer or figure that the case does not have.
 */
@Component
class TableOfTheDay {

    private final RulesOfTheDay today;
    private final CachedRuleSource files;

    TableOfTheDay(RulesOfTheDay today, CachedRuleSource files) {
        this.today = today;
        this.files = files;
    }

    /**
     * The deployment of the current table.
     *
     * @param isVariable whether the process has the variable
     * @param reference the case's reference; null if the process is about no case
     * @return empty if the case's own table is used
     */
    Optional<String> deployment(String decision, Predicate<String> isVariable, Reference reference) {
        var isKnown = isVariable.or(name -> reference != null && files.isKnown(reference, name));
        return files.asSystem(() -> today.deployment(decision))
                .filter(deployment -> files.of(deployment).has(decision))
                .filter(deployment ->
                        files.of(deployment).asked(decision).stream().allMatch(isKnown));
    }
}
