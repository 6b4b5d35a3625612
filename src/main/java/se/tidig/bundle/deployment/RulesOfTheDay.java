package se.tidig.bundle.deployment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.tidig.bundle.check.file.BundleDescription;

/**
 * The tables whose rules are those of the day, also for running cases: the bundle in force says in {@code bundle.yaml}
 * which they are.
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

    /** The deployment in force, where it says so of the table; empty where the case's own rules hold. */
    Optional<String> deployment(String decision) {
        return inForce().filter(latest -> declared(latest).contains(decision));
    }

    /** The deployment that new cases begin with. */
    Optional<String> inForce() {
        return log.latest().map(DeploymentLog.Entry::deployment);
    }

    private Set<String> declared(String deployment) {
        return declared.computeIfAbsent(
                deployment, id -> BundleDescription.of(deployed.read(id)).rulesOfTheDay());
    }
}
