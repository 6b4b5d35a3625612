package se.tidig.engine.configuration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import se.tidig.engine.FailureLine;

/** Logs as one line what fails by the clock, such as the look for receipts while the database is away; it is done again. */
@Component
class ScheduledFailures implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledFailures.class);

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(failure -> {
            LOG.error("Scheduled work failed: {}", FailureLine.withPlace(failure));
            LOG.debug("Its trace", failure);
        });
    }
}
