package se.tidig.bundle.check.file;

import java.util.concurrent.CompletableFuture;

/** Runs parts of the check on separate daemon threads, because a person waits for the result. */
public final class ParallelWork {

    private ParallelWork() {}

    /** Starts the work on a new thread; {@code join} waits for it and rethrows its exception. */
    public static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, task -> {
            var thread = new Thread(task, "bundle-check");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
