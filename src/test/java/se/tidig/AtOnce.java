package se.tidig;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Runs actions that start at the same instant, each in its own thread. */
public final class AtOnce {

    private static final long MOST_SECONDS = 60;

    /** Rounds of a race: enough for both sides to win sometimes, few enough for every build. */
    public static final int ROUNDS = 6;

    private AtOnce() {}

    /**
     * The result of each act, in the order of the acts. From the second round on, each act is delayed by some
     * milliseconds, differently in each round and alike in each run, so that they meet at different places.
     */
    @SafeVarargs
    public static <T> List<T> run(int round, Callable<T>... acts) {
        return run(round, List.of(acts));
    }

    public static <T> List<T> run(int round, List<Callable<T>> acts) {
        var together = new CyclicBarrier(acts.size());
        var random = new Random(round);
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            var begun = acts.stream()
                    .map(act -> {
                        var pause = round == 0 ? 0 : random.nextInt(1 + 4_000_000 * (round % 4));
                        return threads.submit(() -> {
                            together.await();
                            LockSupport.parkNanos(pause);
                            return act.call();
                        });
                    })
                    .toList();
            threads.shutdown();
            // Waits for all of them, also if one has failed: none may run on into the next test.
            if (!threads.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The acts did not come to an end.");
            }
            var results = new ArrayList<T>();
            for (var act : begun) {
                results.add(act.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("An act failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same act, this many times. */
    public static <T> List<T> run(int round, int many, Callable<T> act) {
        return run(round, IntStream.range(0, many).mapToObj(each -> act).toList());
    }
}
