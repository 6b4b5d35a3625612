package se.tidig.engine.worker;

import java.util.List;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.backoff.ExponentialBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tidig.engine.FailureLine;

/**
 * How long a worker waits before it asks the engine again. The wait grows each time there is nothing to do or the
 * engine does not answer. A missing answer is logged once, and so is the first answer after it.
 */
class PatientPolls extends ExponentialBackoffStrategy implements ErrorAwareBackoffStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PatientPolls.class);

    private static final long FIRST_MILLIS = 500;
    private static final float FACTOR = 2;
    private static final long LONGEST_MILLIS = 10_000;

    private boolean silent;

    PatientPolls() {
        super(FIRST_MILLIS, FACTOR, LONGEST_MILLIS);
    }

    @Override
    public void reconfigure(List<ExternalTask> tasks, ExternalTaskClientException failure) {
        if (failure != null && !silent) {
            LOG.warn("The engine gives the workers no tasks: {}", FailureLine.of(failure));
        } else if (failure == null && silent) {
            LOG.info("The engine gives the workers tasks again");
        }
        silent = failure != null;
        reconfigure(tasks);
    }
}
