package se.tidig.bundle.deployment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.tidig.bundle.check.file.BundleDescription;

/**
 * The tables that also running cases use in their current version, as {@code bundle.yaml} of the bundle in force lists
 * them.
 */
@Component
class RulesOfTheDay {

    private final DeploymentLog log;
    private final DeployedBundles deployed;

    /** A deployment never changes. */
    private final Map<String, Set<String>> declared = new ConcurrentHashMap<>();

    RulesOfTheDay(DeploymentLog log, DeployedBundles deployed) {
        this.log = log;
        this.deployed = deployed;
    }

    /** The deployment in force if it lists the table; empty if the case keeps its own rules. */
    Optional<String> deployment(String decision) {
        return inForce().filter(latest -> declared(latest).contains(decision));
    }

    /** The deployment of new cases. */
    Optional<String> inForce() {
        return log.latest().map(DeploymentLog.Entry::deployment);
    }

    private Set<String> declared(String deployment) {
        return declared.computeIfAbsent(
                deployment, id -> BundleDescription.of(deployed.read(id)).rulesOfTheDay());
    }
}
