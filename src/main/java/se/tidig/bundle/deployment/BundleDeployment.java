package se.tidig.bundle.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.CannotStart;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.Finding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/**
 * Checks the bundle of the program (or of {@code tidig.models}) before the first request is served, and deploys it
 * where it differs from the one the last start brought; so a newer one that a process owner has deployed stays until the
 * program's own changes.
 */
@Component
class BundleDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployment.class);

    private final DeployedBundles deployed;
    private final DeploymentLog log;
    private final TransactionTemplate transaction;
    private final Vocabulary vocabulary;
    private final String models;

    BundleDeployment(
            DeployedBundles deployed,
            DeploymentLog log,
            TransactionTemplate transaction,
            Vocabulary vocabulary,
            @Value("${tidig.models:}") String models) {
        this.deployed = deployed;
        this.log = log;
        this.transaction = transaction;
        this.vocabulary = vocabulary;
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var bundle = bundle();
        check(bundle);
        try {
            transaction.executeWithoutResult(status -> deploy(bundle));
        } catch (RuntimeException e) {
            throw new CannotStart("Modellerna kan inte distribueras: " + e.getMessage(), e);
        }
    }

    private Bundle bundle() {
        try {
            return models.isBlank() ? Bundle.packaged() : Bundle.read(Path.of(models));
        } catch (BundleRefused e) {
            throw refused(e.findings());
        }
    }

    private void check(Bundle bundle) {
        var findings = new BundleCheck(vocabulary).check(bundle);
        var errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        findings.forEach(finding -> LOG.warn("{}", finding));
    }

    private static CannotStart refused(List<Finding> findings) {
        return new CannotStart("Tidig startar inte: modellerna har " + findings.size() + " fel.\n"
                + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
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
