package se.tidig.bundle.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.check.VersionTagCheck;
import se.tidig.bundle.check.file.BundleDescription;
import se.tidig.bundle.deployment.DeploymentLog.Origin;
import se.tidig.engine.StaffGroups;

/** The bundles in the engine, each as one deployment. The caller acts for the system. */
@Component
class DeployedBundles {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedBundles.class);
    private static final String NAME = "tidig";

    /** The length of the engine's column. */
    private static final int LONGEST_NAME = 255;

    private final RepositoryService repository;
    private final DeploymentLog log;
    private final StaffGroups groups;
    private final ProcessRetirement retired;
    private final StarterPermission starters;

    DeployedBundles(
            RepositoryService repository,
            DeploymentLog log,
            StaffGroups groups,
            ProcessRetirement retired,
            StarterPermission starters) {
        this.starters = starters;
        this.retired = retired;
        this.groups = groups;
        this.repository = repository;
        this.log = log;
    }

    /** The bundle of new cases; empty if none has been deployed. */
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
        var before = current().orElseGet(() -> new Bundle(Map.<String, byte[]>of()));
        var made =
                filled(repository.createDeployment(), bundle, before, "start").deploy();
        note(made.getId(), bundle, origin, null);
    }

    /**
     * Puts the bundle in force for new cases: its groups are created, and the groups that it names can start its
     * processes.
     */
    void note(String deployment, Bundle bundle, Origin origin, String person) {
        var before = current().map(StarterPermission::named).orElse(Map.of());
        var now = StarterPermission.named(bundle);
        log.add(deployment, bundle.hash(), origin, person);
        retired.retire(before.keySet(), now.keySet());
        groups.declare(BundleDescription.of(bundle).groups());
        starters.permit(before, now);
    }

    /**
     * Fills a deployment with all files of the bundle. Its name lists the models that were changed under an unchanged
     * version tag; the caller gets the name back, Cockpit shows it, and the log has a line about each.
     *
     * @param before the bundle in force until now
     */
    static DeploymentBuilder filled(DeploymentBuilder builder, Bundle bundle, Bundle before, String source) {
        var forgotten = VersionTagCheck.forgotten(bundle, before);
        forgotten.forEach(finding -> LOG.warn("{}", finding));
        builder.name(name(forgotten)).source(source);
        bundle.files().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        return builder;
    }

    private static String name(List<ModelFinding> forgotten) {
        if (forgotten.isEmpty()) {
            return NAME;
        }
        var changed = forgotten.stream().map(ModelFinding::element).collect(Collectors.joining(", "));
        var name = NAME + ", ändrat utan nytt versionsmärke: " + changed;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
