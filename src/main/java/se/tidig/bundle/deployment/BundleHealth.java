package se.tidig.bundle.deployment;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Reports UP only if a bundle is deployed. */
@Component
class BundleHealth extends AbstractHealthIndicator {

    private final DeploymentLog log;

    BundleHealth(DeploymentLog log) {
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(log.latest().isPresent() ? "UP" : "DOWN");
    }
}
