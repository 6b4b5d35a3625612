package se.tidig.races;

import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;

/** The engine's own job executor with its threads, for tests that need jobs to run without being asked and at once. */
@Component
public class JobThreads {

    private static final int PAUSE = 50;
    private static final long MILLISECOND = 1_000_000;

    private final JobExecutor executor;
    private final ManagementService management;

    JobThreads(ProcessEngineConfigurationImpl engine, ManagementService management) {
        this.executor = engine.getJobExecutor();
        this.management = management;
    }

    /** Runs while the work runs, and then until nothing is due, or the time is out. */
    public void during(int seconds, Runnable work) {
        var before = new int[] {executor.getWaitTimeInMillis(), (int) executor.getMaxWait()};
        executor.setWaitTimeInMillis(PAUSE);
        executor.setMaxWait(PAUSE);
        executor.setMaxBackoff(PAUSE);
        executor.start();
        try {
            work.run();
            awaitQuiet(seconds);
        } finally {
            executor.shutdown();
            executor.setWaitTimeInMillis(before[0]);
            executor.setMaxWait(before[1]);
        }
    }

    private void awaitQuiet(int seconds) {
        var end = System.nanoTime() + seconds * 1_000 * MILLISECOND;
        while (due() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(due() + " jobs are still due after " + seconds + " seconds");
            }
            LockSupport.parkNanos(PAUSE * MILLISECOND);
        }
    }

    private long due() {
        return management
                .createJobQuery()
                .executable()
                .withRetriesLeft()
                .active()
                .count();
    }
}
