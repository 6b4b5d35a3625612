package se.tidig.engine.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.engine.CaseBundles;

/**
 * Finds the process that a message starts, in the version that the case carries. The engine itself would start the
 * newest version.
 */
@Component
class CaseStartResolver {

    private final RepositoryService repository;
    private final CaseBundles cases;

    /** The messages that start a process, by its definition's id; a definition never changes. */
    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();

    CaseStartResolver(RepositoryService repository, CaseBundles cases) {
        this.repository = repository;
        this.cases = cases;
    }

    /**
     * @param text the reference of the case as the process has it; may be null
     * @return the definition's id; empty if there is no such case, or if its bundle has no process that the message
     *     starts: then the latest version is the right one
     */
    Optional<String> ofCase(String text, String message) {
        return Reference.find(text)
                .flatMap(cases::of)
                .flatMap(deployment ->
                        repository.createProcessDefinitionQuery().deploymentId(deployment).active().list().stream()
                                .map(ProcessDefinition::getId)
                                .filter(definition -> messages.computeIfAbsent(definition, this::read)
                                        .contains(message))
                                .findFirst());
    }

    private Set<String> read(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(StartEvent.class).stream()
                .flatMap(start -> start.getEventDefinitions().stream())
                .filter(MessageEventDefinition.class::isInstance)
                .map(event -> ((MessageEventDefinition) event).getMessage().getName())
                .collect(Collectors.toSet());
    }
}
