package se.tidig.engine.configuration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import se.tidig.engine.FailureLine;

/**
 * Logs a failed scheduled method as one line, such as the search for receipts while the database is down. The method
 * runs again at its next time.
 */
@Component
class ScheduledFailureLog implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledFailureLog.class);

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(failure -> {
            LOG.error("Scheduled work failed: {}", FailureLine.withPlace(failure));
            LOG.debug("Its trace", failure);
        });
    }
}
