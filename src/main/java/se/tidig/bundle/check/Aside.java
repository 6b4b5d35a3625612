package se.tidig.bundle.check;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work done beside the caller's own on threads that end with it. */
final class Aside {

    /** A piece of work under way. */
    static final class Work {

        private final FutureTask<Void> task;

        private Work(FutureTask<Void> task) {
            this.task = task;
        }

        /** Waits for its end; what it threw is thrown here. */
        void await() {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The check was interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    Work begin(Runnable work) {
        var task = new FutureTask<Void>(work, null);
        var thread = new Thread(task, "bundle-check");
        thread.setDaemon(true);
        thread.start();
        return new Work(task);
    }
}
