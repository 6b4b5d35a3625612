package se.tidig.bundle.check.file;

import java.util.concurrent.CompletableFuture;

/** Runs parts of the check on daemon threads of their own, because a person waits for the answer. */
public final class ParallelWork {

    private ParallelWork() {}

    /** Starts the work on a new thread; {@code join} waits for it and throws what it threw. */
    public static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, task -> {
            var thread = new Thread(task, "bundle-check");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
