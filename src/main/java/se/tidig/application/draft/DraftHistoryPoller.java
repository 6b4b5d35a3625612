package se.tidig.application.draft;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tidig.engine.ConditionalOnRole;

/** Thins the history of drafts that is older than a day, each hour, on nodes that run workers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole("worker")
class DraftHistoryPoller {

    /** Pages that somebody has open are younger, and are joined change by change. */
    private static final Duration AGE = Duration.ofDays(1);

    private final DraftChanges history;
    private final Clock clock;

    DraftHistoryPoller(DraftChanges history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void poll() {
        history.thinBefore(clock.instant().minus(AGE));
    }
}
