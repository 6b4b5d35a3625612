package se.tidig.bundle.deployment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.CannotStart;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/**
 * Deploys the {@linkplain BundleStart checked} bundle before the first request is served,
 * where it differs from the one the last start brought; so a newer one that a process owner has deployed stays until the
 * program's own changes.
 */
@Component
class BundleDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployment.class);

    private final DeployedBundles deployed;
    private final DeploymentLog log;
    private final TransactionTemplate transaction;
    private final BundleStart.Starting starting;

    BundleDeployment(
            DeployedBundles deployed,
            DeploymentLog log,
            TransactionTemplate transaction,
            BundleStart.Starting starting) {
        this.deployed = deployed;
        this.log = log;
        this.transaction = transaction;
        this.starting = starting;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var checked = starting.bundle();
        checked.warnings().forEach(finding -> LOG.warn("{}", finding));
        var bundle = checked.bundle();
        try {
            transaction.executeWithoutResult(status -> deploy(bundle));
        } catch (RuntimeException e) {
            throw new CannotStart("Modellerna kan inte distribueras: " + e.getMessage(), e);
        }
    }

    private void deploy(Bundle bundle) {
        log.lock();
        var hash = bundle.hash();
        if (log.latestOfStart().filter(entry -> entry.hash().equals(hash)).isPresent()) {
            return;
        }
        var same = log.latest().filter(entry -> entry.hash().equals(hash));
        if (same.isPresent()) {
            // A process owner had deployed it already: no new version, but from now on it is the start's.
            log.add(same.get().deployment(), hash, Origin.START, null);
        } else {
            deployed.deploy(bundle);
            LOG.info("Modellerna är distribuerade som en ny version");
        }
    }
}
