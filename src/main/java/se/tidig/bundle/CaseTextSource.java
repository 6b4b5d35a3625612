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
import se.tidig.Reference;
import se.tidig.engine.CaseBundles;

/** Reads the forms, mails and letters of the bundle under which a case was opened. */
@Component
public class CaseTextSource {

    private record Place(String deployment, String path) {}

    private final RepositoryService repository;
    private final HistoryService history;
    private final CaseBundles cases;

    /** A deployment never changes, and the engine reads all of it to find one file. */
    private final Map<Place, Optional<String>> read = new ConcurrentHashMap<>();

    CaseTextSource(RepositoryService repository, HistoryService history, CaseBundles cases) {
        this.repository = repository;
        this.history = history;
        this.cases = cases;
    }

    /**
     * The text at the path, {@code forms/mails/decision.txt}, for a step of a process. If the case's bundle is older
     * than the text, the text of the process's own deployment is used. The caller acts for the system, not for a
     * person.
     *
     * @param reference the reference of the case, or of what else the process is about; null if it is about nothing
     * @return empty if neither deployment has the text
     */
    public Optional<String> read(Reference reference, String processInstance, String path) {
        return ofCase(reference, path)
                .or(() -> read.computeIfAbsent(new Place(own(processInstance), path), this::find));
    }

    /** The text at the path, {@code forms/application.form}, in the case's bundle; empty if it has no such text. */
    public Optional<String> ofCase(Reference reference, String path) {
        return Optional.ofNullable(reference)
                .flatMap(cases::of)
                .flatMap(deployment -> read.computeIfAbsent(new Place(deployment, path), this::find));
    }

    private String own(String processInstance) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult();
        return repository
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getDeploymentId();
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
