package se.tidig.bundle.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.BundleDescription;
import se.tidig.bundle.deployment.DeploymentLog.Origin;
import se.tidig.engine.StaffGroups;

/** Writes bundles into the engine, each as one deployment, and reads them back. The caller acts for the system. */
@Component
class DeployedBundles {

    private static final String NAME = "tidig";

    private final RepositoryService repository;
    private final DeploymentLog log;
    private final StaffGroups groups;
    private final RetiredProcesses retired;

    DeployedBundles(RepositoryService repository, DeploymentLog log, StaffGroups groups, RetiredProcesses retired) {
        this.retired = retired;
        this.groups = groups;
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

    void deploy(Bundle bundle, Origin origin) {
        var made = filled(repository.createDeployment(), bundle, "start").deploy();
        note(made.getId(), bundle, origin, null);
    }

    /** From now on new cases begin with the bundle, and the groups it declares exist. */
    void note(String deployment, Bundle bundle, Origin origin, String person) {
        var before = log.latest();
        log.add(deployment, bundle.hash(), origin, person);
        before.ifPresent(entry -> retired.retire(entry.deployment(), deployment));
        groups.declare(BundleDescription.of(bundle).groups());
    }

    /** The deployment of all of the bundle's files. */
    static DeploymentBuilder filled(DeploymentBuilder builder, Bundle bundle, String source) {
        builder.name(NAME).source(source);
        bundle.files().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        return builder;
    }
}
