package se.tidig.bundle.deployment;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.CannotStart;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/**
 * Deploys the {@linkplain BundleStart checked} bundle before the first request is served, if it differs from the bundle
 * of the last start. If process owners have published another bundle, theirs stays in force and they are told what
 * differs.
 */
@Component
class BundleDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployment.class);

    private final DeployedBundles deployed;
    private final DeploymentLog log;
    private final ModelOfferService offers;
    private final ReserveDeployment reserve;
    private final TransactionTemplate transaction;
    private final BundleStart.Starting starting;

    BundleDeployment(
            DeployedBundles deployed,
            DeploymentLog log,
            ModelOfferService offers,
            ReserveDeployment reserve,
            TransactionTemplate transaction,
            BundleStart.Starting starting) {
        this.deployed = deployed;
        this.log = log;
        this.offers = offers;
        this.reserve = reserve;
        this.transaction = transaction;
        this.starting = starting;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var checked = starting.bundle();
        checked.warnings().forEach(finding -> LOG.warn("{}", finding));
        var bundle = checked.bundle();
        try {
            transaction.executeWithoutResult(status -> {
                deploy(bundle);
                reserve.complete(bundle);
            });
        } catch (RuntimeException e) {
            throw new CannotStart("Modellerna kan inte distribueras: " + e.getMessage(), e);
        }
    }

    private void deploy(Bundle bundle) {
        log.lock();
        tellOfGone();
        var hash = bundle.hash();
        if (log.latestOfStart().filter(entry -> entry.hash().equals(hash)).isPresent()) {
            return;
        }
        var inForce = log.latest();
        if (inForce.filter(entry -> entry.hash().equals(hash)).isPresent()) {
            // A process owner has already deployed it: there is no new version, but the log records it as the start's.
            log.add(inForce.get().deployment(), hash, starting.origin(), null);
        } else if (inForce.isPresent() && wouldLose(inForce.get(), bundle)) {
            leaveInForce(inForce.get(), bundle);
        } else {
            deployed.deploy(bundle, starting.origin());
            LOG.info("Modellerna är distribuerade som en ny version");
        }
    }

    private void tellOfGone() {
        var gone = log.gone();
        if (gone > 0) {
            LOG.warn(
                    "{} tidigare distributioner av modellerna är borttagna ur databasen. Den senaste som finns gäller.",
                    gone);
        }
    }

    /**
     * Whether the start would replace something that process owners have published. A folder that an operator
     * configures counts as an owner's decision: it replaces an earlier folder, and an owner's later work that it
     * contains is not lost.
     */
    private boolean wouldLose(DeploymentLog.Entry inForce, Bundle bundle) {
        return switch (inForce.origin()) {
            case START -> false;
            case FOLDER -> starting.origin() == Origin.START;
            case PERSON ->
                starting.origin() == Origin.START || !holdsWorkOf(deployed.read(inForce.deployment()), bundle);
        };
    }

    /** Whether the bundle has the same content in each file that owners have changed since the last start. */
    private boolean holdsWorkOf(Bundle inForce, Bundle bundle) {
        var before = before();
        return inForce.files().keySet().stream()
                        .filter(file -> !FileChange.same(file, inForce, before))
                        .allMatch(file -> FileChange.same(file, inForce, bundle))
                && before.files().keySet().stream()
                        .filter(file -> !inForce.has(file))
                        .noneMatch(bundle::has);
    }

    /** The bundle of the previous start; an empty one if it is gone. */
    private Bundle before() {
        return log.latestOfStart()
                .map(entry -> deployed.read(entry.deployment()))
                .orElseGet(() -> new Bundle(Map.<String, byte[]>of()));
    }

    private void leaveInForce(DeploymentLog.Entry inForce, Bundle bundle) {
        var published = deployed.read(inForce.deployment());
        var before = before();
        var changes = FileChange.between(bundle, published, before);
        if (starting.replacing()) {
            deployed.deploy(bundle, starting.origin());
            LOG.warn(
                    "tidig.replace-published: modellerna från starten gäller nu i stället för dem som processägarna publicerat (distribution {}). Skiljer sig: {}",
                    inForce.deployment(),
                    changes);
            return;
        }
        LOG.warn(
                "Det som processägarna har publicerat gäller fortfarande; modellerna som starten hade med är inte i kraft. Skiljer sig: {}",
                changes);
        offers.offer(bundle, published, before, starting.origin(), changes);
    }
}
