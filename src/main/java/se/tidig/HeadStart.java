package se.tidig;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that is begun before the beans are made and waited for where its result is needed, so that a start takes as long
 * as its longest part and not as their sum.
 *
 * @param <T> what the work gives
 */
public final class HeadStart<T> {

    private static final ExecutorService TURNS = turns();

    private final FutureTask<T> task;

    private HeadStart(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins the work on a thread of its own, which does not keep a failed start alive. */
    public static <T> HeadStart<T> of(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new HeadStart<>(task);
    }

    /**
     * Begins the work when what was begun so before it is done: for work that keeps a processor busy. Several such beside
     * each other take the time of the thread that starts the application, for which all of them are done.
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

    /** Waits for the work. What stopped it is thrown as it was. */
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
