package se.tidig.form;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Ends a FEEL evaluation that takes too long. The FEEL engine looks at each step whether its thread has been interrupted.
 */
public final class FeelTime {

    /** Far beyond what any table or form takes, also on a busy machine. */
    private static final long SECONDS = 10;

    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private FeelTime() {}

    /** An evaluation that was ended. */
    public static final class TooLong extends RuntimeException {
        private TooLong() {
            super("Uttrycket tog längre tid än " + SECONDS + " sekunder och avbröts. Förenkla det.");
        }
    }

    /**
     * The value that is evaluated.
     *
     * @throws TooLong if it takes more than ten seconds
     */
    public static <T> T within(Supplier<T> evaluation) {
        return within(TimeUnit.SECONDS.toMillis(SECONDS), evaluation);
    }

    static <T> T within(long milliseconds, Supplier<T> evaluation) {
        var evaluating = Thread.currentThread();
        var open = new AtomicBoolean(true);
        var late = new AtomicBoolean();
        var alarm = WATCH.schedule(
                () -> {
                    // Nobody is interrupted after the end: both sides ask for the same flag.
                    if (open.compareAndSet(true, false)) {
                        evaluating.interrupt();
                        late.set(true);
                    }
                },
                milliseconds,
                TimeUnit.MILLISECONDS);
        try {
            var value = evaluation.get();
            if (inTime(open, late)) {
                return value;
            }
        } catch (Throwable e) {
            // Scala throws the interruption as it is, without declaring it.
            if (inTime(open, late)) {
                throw e;
            }
        } finally {
            alarm.cancel(false);
        }
        throw new TooLong();
    }

    /** Whether the evaluation ended before the alarm. If it did not, the alarm's interruption is cleared. */
    private static boolean inTime(AtomicBoolean open, AtomicBoolean late) {
        if (open.compareAndSet(true, false)) {
            return true;
        }
        while (!late.get()) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
        return false;
    }

    private static ScheduledThreadPoolExecutor watch() {
        var watch = (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1, task -> {
            var thread = new Thread(task, "feel-time");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }
}
