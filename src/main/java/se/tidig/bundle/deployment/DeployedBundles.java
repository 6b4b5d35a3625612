package se.tidig.bundle.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/** Writes bundles into the engine, each as one deployment, and reads them back. The caller acts for the system. */
@Component
class DeployedBundles {

    static final String NAME = "tidig";

    private final RepositoryService repository;
    private final DeploymentLog log;

    DeployedBundles(RepositoryService repository, DeploymentLog log) {
        this.repository = repository;
        this.log = log;
    }

    /** The bundle that new cases begin with; empty where none has been deployed. */
    Optional<Bundle> current() {
        return log.latest().map(entry -> read(entry.deployment()));
    }

    Bundle read(String deployment) {
        var files = new HashMap<String, byte[]>();
        for (var resource : repository.getDeploymentResources(deployment)) {
            if (Bundle.FOLDERS.stream().anyMatch(folder -> resource.getName().startsWith(folder + "/"))) {
                try (var in = repository.getResourceAsStreamById(deployment, resource.getId())) {
                    files.put(resource.getName(), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new Bundle(files);
    }

    /** @return the deployment's id */
    String deploy(Bundle bundle, Origin origin, String actor) {
        var builder = repository.createDeployment().name(NAME).source(actor == null ? "start" : actor);
        bundle.files().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        var id = builder.deploy().getId();
        log.add(id, bundle.hash(), origin, actor);
        return id;
    }
}
