package se.tidig.form.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** The journal of what administrators change by other ways than forms. */
@Component
class AdminWrites {

    private static final Set<String> TARGETS = Set.of(
            "entityId",
            "executionId",
            "processInstanceId",
            "processInstanceIds",
            "taskId",
            "externalTaskId",
            "caseExecutionId",
            "incidentId",
            "processDefinitionId");
    private static final Set<String> NAMES = Set.of("deletions", "variableNames");

    private final JdbcClient jdbc;
    private final Clock clock;

    AdminWrites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an entry for the command, in the transaction that executes it. */
    void add(Command<?> command, String actor) {
        var targets = new LinkedHashSet<String>();
        var names = new LinkedHashSet<String>();
        read(command, 0, targets, names);
        jdbc.sql("insert into tidig.admin_write (at, actor, command, targets, names) values (?, ?, ?, ?, ?)")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor)
                .param(command.getClass().getSimpleName())
                .param(targets.toArray(String[]::new))
                .param(names.toArray(String[]::new))
                .update();
    }

    private static void read(Object carrier, int depth, Set<String> targets, Set<String> names) {
        ReflectionUtils.doWithFields(
                carrier.getClass(),
                field -> {
                    ReflectionUtils.makeAccessible(field);
                    var value = field.get(carrier);
                    if (value instanceof Map<?, ?> map
                            && field.getName().toLowerCase().contains("variables")) {
                        map.keySet().forEach(name -> names.add(String.valueOf(name)));
                    } else if (value instanceof Collection<?> list && NAMES.contains(field.getName())) {
                        list.forEach(name -> names.add(String.valueOf(name)));
                    } else if (TARGETS.contains(field.getName()) && value != null) {
                        (value instanceof Collection<?> list ? list : List.of(value))
                                .forEach(id -> targets.add(String.valueOf(id)));
                    } else if (value != null
                            && depth < 2
                            && value.getClass().getSimpleName().endsWith("BuilderImpl")) {
                        read(value, depth + 1, targets, names);
                    } else if (value instanceof Collection<?> list
                            && depth < 3
                            && field.getName().endsWith("nstructions")) {
                        list.forEach(instruction -> read(instruction, depth + 1, targets, names));
                    }
                },
                field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()));
    }
}
