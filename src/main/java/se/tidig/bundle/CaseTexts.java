package se.tidig.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The mails and letters that a running case keeps: those of the deployment its process came with. */
@Component
public class CaseTexts {

    private record Place(String deployment, String path) {}

    private final RepositoryService repository;
    private final HistoryService history;

    /** A deployment never changes, and the engine reads all of it to find one file. */
    private final Map<Place, Optional<String>> read = new ConcurrentHashMap<>();

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
        return read.computeIfAbsent(new Place(deployment, path), this::find);
    }

    private Optional<String> find(Place place) {
        if (!repository.getDeploymentResourceNames(place.deployment()).contains(place.path())) {
            return Optional.empty();
        }
        try (var in = repository.getResourceAsStream(place.deployment(), place.path())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
