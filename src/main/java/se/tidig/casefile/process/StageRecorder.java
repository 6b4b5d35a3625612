package se.tidig.casefile.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.tidig.engine.StepListener;

/**
 * Writes the stages of each deployment to a table, so that a query can tell a case's stage. They are written when the
 * first case of the deployment takes a step, and at the start for cases from before.
 */
@Component
class StageRecorder implements StepListener {

    private final JdbcClient jdbc;
    private final StageDescriptionReader descriptions;
    private final CaseProcessReader processes;
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    StageRecorder(JdbcClient jdbc, StageDescriptionReader descriptions, CaseProcessReader processes) {
        this.jdbc = jdbc;
        this.descriptions = descriptions;
        this.processes = processes;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void recordAll() {
        var known = Set.copyOf(jdbc.sql("select distinct deployment from tidig.stage")
                .query(String.class)
                .list());
        processes.deployments().stream()
                .filter(deployment -> !known.contains(deployment))
                .forEach(this::write);
    }

    @Override
    public void entered(Step step) {
        if (step.businessKey() == null) {
            return;
        }
        var deployment = step.deployment();
        if (recorded.contains(deployment)) {
            return;
        }
        write(deployment);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    recorded.add(deployment);
                }
            });
        }
    }

    private void write(String deployment) {
        var stages = descriptions.of(deployment);
        for (var place = 0; place < stages.size(); place++) {
            for (var element : stages.get(place).elements()) {
                jdbc.sql(
                                """
                                insert into tidig.stage (deployment, element, place, name, beside)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                deployment,
                                element,
                                place,
                                stages.get(place).name(),
                                stages.get(place).beside())
                        .update();
            }
        }
    }
}
