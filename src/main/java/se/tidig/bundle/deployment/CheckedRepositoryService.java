package se.tidig.bundle.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/**
 * Checks what a person deploys by REST, a web app or Java. The posted files are combined with the bundle in force; the
 * whole is checked and deployed as one, because models are bound to their deployment. A deployment by Tidig itself has
 * no person and has already been checked.
 */
class CheckedRepositoryService extends RepositoryServiceImpl {

    // Resolved late, because these beans need the engine, which is being built when this service is created.
    private final ObjectProvider<DeployedBundles> deployed;
    private final ObjectProvider<DeploymentLog> log;
    private final Vocabulary vocabulary;

    CheckedRepositoryService(
            ObjectProvider<DeployedBundles> deployed, ObjectProvider<DeploymentLog> log, Vocabulary vocabulary) {
        this.deployed = deployed;
        this.log = log;
        this.vocabulary = vocabulary;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        return commandExecutor.execute(context -> {
            var person = context.getAuthenticatedUserId();
            return person == null ? super.deployWithResult(builder) : deploy(builder, person, context);
        });
    }

    private DeploymentWithDefinitions deploy(DeploymentBuilderImpl builder, String person, CommandContext context) {
        context.getAuthorizationManager().checkAuthorization(Permissions.CREATE, Resources.DEPLOYMENT);
        if (builder.getDeployment().getTenantId() != null) {
            throw new BundleRefused(List.of(ModelFinding.error(
                    "bunten", "", "modellerna är gemensamma för alla länsstyrelser", "distribuera utan tenant-id")));
        }
        return asSystem(context, () -> {
            log.getObject().lock();
            var current = deployed.getObject().current().orElseGet(() -> new Bundle(Map.<String, byte[]>of()));
            var bundle = wanted(builder, current, context);
            var errors = new BundleCheck(vocabulary)
                    .check(bundle).stream().filter(ModelFinding::isError).toList();
            if (!errors.isEmpty()) {
                throw new BundleRefused(errors);
            }
            var latest = log.getObject().latest();
            if (latest.isPresent() && latest.get().hash().equals(bundle.hash())) {
                return context.getDeploymentManager()
                        .findDeploymentById(latest.get().deployment());
            }
            var whole = new DeploymentBuilderImpl(this);
            DeployedBundles.filled(whole, bundle, current, person);
            var made = super.deployWithResult(whole);
            deployed.getObject().note(made.getId(), bundle, Origin.PERSON, person);
            return made;
        });
    }

    /**
     * An earlier version that is deployed again as a whole becomes exactly that version. Other files are combined with
     * the bundle in force, without those that a posted {@code bundle.yaml} removes.
     */
    private Bundle wanted(DeploymentBuilderImpl builder, Bundle current, CommandContext context) {
        var own = builder.getDeployment().getResources();
        var isWhole = builder.getDeployments().size() == 1
                && builder.getDeploymentResourcesById().isEmpty()
                && builder.getDeploymentResourcesByName().isEmpty()
                && (own == null || own.isEmpty());
        return isWhole
                ? deployed.getObject().read(builder.getDeployments().iterator().next())
                : BundleOverlay.laidOver(current, PostedFilePlace.named(posted(builder, context), current));
    }

    /** The posted files, and those of earlier deployments that are to be deployed again. */
    private static Map<String, byte[]> posted(DeploymentBuilderImpl builder, CommandContext context) {
        var resources = new ArrayList<ResourceEntity>();
        for (var id : builder.getDeployments()) {
            resources.addAll(earlier(id, context));
        }
        builder.getDeploymentResourcesById().forEach((id, wanted) -> earlier(id, context).stream()
                .filter(resource -> wanted.contains(resource.getId()))
                .forEach(resources::add));
        builder.getDeploymentResourcesByName().forEach((id, wanted) -> earlier(id, context).stream()
                .filter(resource -> wanted.contains(resource.getName()))
                .forEach(resources::add));
        var own = builder.getDeployment().getResources();
        resources.addAll(own == null ? Set.of() : own.values());
        var posted = new TreeMap<String, byte[]>();
        resources.stream()
                .filter(resource -> !resource.isGenerated())
                .forEach(resource -> posted.put(resource.getName(), resource.getBytes()));
        return posted;
    }

    private static Collection<ResourceEntity> earlier(String deployment, CommandContext context) {
        return context.getResourceManager().findResourcesByDeploymentId(deployment);
    }

    /**
     * Reads and writes the whole bundle without the person's permissions; the permission to deploy has been checked
     * before.
     */
    private static <T> T asSystem(CommandContext context, java.util.concurrent.Callable<T> work) {
        return context.runWithoutAuthorization(work);
    }
}
