package se.tidig.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Plays the demonstration before the web server answers, so that nobody works while the clock is moved; the workers
 * and the job executor also start after it. Health is up only when the demonstration stands. With {@code
 * tidig.demo-cases=false} there are accounts and no cases.
 */
@Component
@ConditionalOnProperty("tidig.demo")
@ConditionalOnProperty(name = "tidig.demo-cases", matchIfMissing = true)
class DemoStart extends AbstractHealthIndicator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final Demo demo;
    private volatile boolean stands;

    DemoStart(Demo demo) {
        this.demo = demo;
    }

    @Override
    public void start() {
        try {
            var begun = System.nanoTime();
            demo.play();
            stands = true;
            LOG.info("Demonstrationens ärenden finns, efter {} ms", (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException e) {
            // Each act is committed or rolled back. The server goes on, so people can log in and see what is wrong.
            LOG.error("Demonstrationens ärenden kunde inte läggas upp. Tidig försöker igen vid nästa start.", e);
        }
    }

    @Override
    public void stop() {
        stands = false;
    }

    @Override
    public boolean isRunning() {
        return stands;
    }

    // The web server's phase is near the highest.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(stands ? "UP" : "DOWN");
    }
}
