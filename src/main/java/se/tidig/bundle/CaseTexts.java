package se.tidig.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The mails and letters that a running case keeps: those of the deployment its process came with. */
@Component
public class CaseTexts {

    private final RepositoryService repository;
    private final HistoryService history;

    CaseTexts(RepositoryService repository, HistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    /**
     * The text at the path, {@code forms/mails/decision.txt}, as the case's version of the bundle has it; empty where
     * that version has no such text. The caller acts for the system, not for a person.
     */
    public Optional<String> read(String processInstance, String path) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult();
        var deployment = repository
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getDeploymentId();
        return repository.getDeploymentResources(deployment).stream()
                .filter(resource -> resource.getName().equals(path))
                .findFirst()
                .map(resource -> {
                    try (var in = repository.getResourceAsStreamById(deployment, resource.getId())) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }
}
