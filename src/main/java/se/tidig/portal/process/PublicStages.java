package se.tidig.portal.process;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.PublicStage;

/** The way of a case in the stages that its bundle's description shows applicants. */
@Component
public class PublicStages {

    private final HistoryService history;
    private final RepositoryService repository;
    private final CaseProcesses processes;

    PublicStages(HistoryService history, RepositoryService repository, CaseProcesses processes) {
        this.history = history;
        this.repository = repository;
        this.processes = processes;
    }

    /** The stages that the case has been in or is in, in the description's order. */
    public List<Reached> of(String reference) {
        return processes.asNobody(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("application")
                .list()
                .stream()
                .findFirst()
                .map(this::stages)
                .orElse(List.of()));
    }

    private List<Reached> stages(HistoricProcessInstance instance) {
        var entered = new HashSet<String>();
        var open = new HashSet<String>();
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(activity -> {
                    var element = instance.getProcessDefinitionKey() + "#" + activity.getActivityId();
                    entered.add(element);
                    if (activity.getEndTime() == null) {
                        open.add(element);
                    }
                });
        return described(instance.getProcessDefinitionId()).stream()
                .filter(stage -> touches(stage, entered))
                .map(stage -> new Reached(stage.name(), stage.english(), touches(stage, open)))
                .toList();
    }

    /** A running case keeps the words of the bundle that it began with. */
    private List<PublicStage> described(String definition) {
        var deployment = repository.getProcessDefinition(definition).getDeploymentId();
        var text = processes.file(deployment, Bundle.DESCRIPTION).getBytes(StandardCharsets.UTF_8);
        return PublicStage.of(new Bundle(Map.of(Bundle.DESCRIPTION, text)));
    }

    private static boolean touches(PublicStage stage, Set<String> elements) {
        return stage.elements().stream().anyMatch(elements::contains);
    }

    /** @param current whether the case is there now */
    public record Reached(String name, String english, boolean current) {}
}
