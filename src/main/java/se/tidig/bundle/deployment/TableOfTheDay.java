package se.tidig.bundle.deployment;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The deployment whose table a rule task of a process asks where its rules are those of the day. A case keeps its own
 * table where that of the day asks for an answer or figure that the case's own version does not tell.
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
     * The deployment.
     *
     * @param isKnown whether the case tells the variable
     * @return empty where the case's own table is asked
     */
    Optional<String> deployment(String decision, Predicate<String> isKnown) {
        return files.asSystem(() -> today.deployment(decision))
                .filter(deployment -> files.of(deployment).has(decision))
                .filter(deployment ->
                        files.of(deployment).asked(decision).stream().allMatch(isKnown));
    }
}
