package se.tidig.casefile.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.engine.StepListener;

/**
 * Records when a case enters the steps of its public stages, because the engine deletes its history of them in time. A
 * step of a milestone's process is a step of its case.
 */
@Component
public class PublicSteps implements StepListener {

    private final JdbcClient jdbc;
    private final StageDescriptionReader descriptions;
    private final Clock clock;

    /** The elements that stages name, by the process definition's id; a definition never changes. */
    private final Map<String, Set<String>> named = new ConcurrentHashMap<>();

    PublicSteps(JdbcClient jdbc, StageDescriptionReader descriptions, Clock clock) {
        this.jdbc = jdbc;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    /**
     * When a case has entered a step.
     *
     * @param first null if it was before this was recorded
     * @param latest the same as the first if it has entered the step once
     */
    public record Entered(Instant first, Instant latest) {}

    @Override
    public void entered(Step step) {
        var element = step.process() + "#" + step.element();
        if (named(step).contains(element) && step.businessKey() != null) {
            note(caseOf(step.businessKey()), element);
        }
    }

    private static String caseOf(String businessKey) {
        return MilestoneKey.find(businessKey)
                .map(key -> key.reference().value())
                .orElse(businessKey);
    }

    private void note(String businessKey, String element) {
        jdbc.sql(
                        """
                        insert into tidig.public_step (reference, element, entered_at, last_entered_at)
                        values (:reference, :element, :at, :at)
                        on conflict (reference, element) do update set last_entered_at = excluded.last_entered_at
                        """)
                .param("reference", businessKey)
                .param("element", element)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Set<String> named(Step step) {
        var known = named.get(step.definition());
        if (known == null) {
            known = descriptions.of(step.deployment()).stream()
                    .flatMap(stage -> stage.elements().stream())
                    .collect(Collectors.toSet());
            named.put(step.definition(), known);
        }
        return known;
    }

    /** The steps that the case has entered, as {@code application#userTask_decide}. */
    public Map<String, Entered> of(Reference reference) {
        var steps = new HashMap<String, Entered>();
        jdbc.sql("select * from tidig.public_step where reference = ?")
                .param(reference.value())
                .query((row, number) -> steps.put(row.getString("element"), read(row)))
                .list();
        return steps;
    }

    private static Entered read(ResultSet row) throws SQLException {
        return new Entered(instant(row.getTimestamp("entered_at")), instant(row.getTimestamp("last_entered_at")));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
