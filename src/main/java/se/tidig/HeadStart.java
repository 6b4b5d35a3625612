package se.tidig;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that starts before Spring creates its beans, on a thread of its own. Whoever needs the result waits for it. See
 * docs/benchmarks.md for what this saves.
 *
 * @param <T> the result of the work
 */
public final class HeadStart<T> {

    private static final ExecutorService TURNS = turns();

    private final FutureTask<T> task;

    private HeadStart(FutureTask<T> task) {
        this.task = task;
    }

    /** Starts the work on a daemon thread, which does not keep the JVM alive if the start fails. */
    public static <T> HeadStart<T> of(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new HeadStart<>(task);
    }

    /**
     * Queues CPU-heavy work on one background thread. Several such threads at once would slow down the thread that starts
     * the application.
     */
    public static <T> HeadStart<T> inTurn(Callable<T> work) {
        var task = new FutureTask<>(work);
        TURNS.execute(task);
        return new HeadStart<>(task);
    }

    private static ExecutorService turns() {
        var one = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "head-start");
            thread.setDaemon(true);
            return thread;
        });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** Waits for the work and returns its result; a runtime exception of the work is thrown unchanged. */
    public T result() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }
}
