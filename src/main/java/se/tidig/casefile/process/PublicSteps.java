package se.tidig.casefile.process;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.engine.StepListener;

/** Records which steps of the public stages a case enters, because the engine deletes its history of them in time. */
@Component
public class PublicSteps implements StepListener {

    /** The process whose steps applicants are shown. */
    public static final String PROCESS = "application";

    private final JdbcClient jdbc;
    private final StageDescriptionReader descriptions;

    /** The elements that stages name, by the process definition's id; a definition never changes. */
    private final Map<String, Set<String>> named = new ConcurrentHashMap<>();

    PublicSteps(JdbcClient jdbc, StageDescriptionReader descriptions) {
        this.jdbc = jdbc;
        this.descriptions = descriptions;
    }

    @Override
    public void entered(Step step) {
        var element = PROCESS + "#" + step.element();
        if (PROCESS.equals(step.process()) && named(step).contains(element)) {
            note(step.businessKey(), element);
        }
    }

    private void note(String reference, String element) {
        if (reference != null) {
            jdbc.sql("insert into tidig.public_step (reference, element) values (?, ?) on conflict do nothing")
                    .params(reference, element)
                    .update();
        }
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
    public Set<String> of(String reference) {
        return Set.copyOf(jdbc.sql("select element from tidig.public_step where reference = ?")
                .param(reference)
                .query(String.class)
                .list());
    }
}
