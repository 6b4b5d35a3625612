package se.tidig.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Many applicants at once, each of whom makes complete applications one after another, and what became of them. */
final class Burst {

    /** How many applications are under way at once at most, so that a slow server is not met by ever more. */
    private static final int AT_ONCE = 128;

    private final BlockingQueue<PortalApplicant> idle = new LinkedBlockingQueue<>();
    private final Queue<String> receipts = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Long> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final int kilobytes;

    /** @param kilobytes the size of each document */
    Burst(int kilobytes) {
        this.kilobytes = kilobytes;
    }

    void come(List<PortalApplicant> people) {
        idle.addAll(people);
    }

    /** Told by the applicants how long each request took. */
    void took(long nanoseconds) {
        if (measuring.get()) {
            requests.add(nanoseconds);
        }
    }

    /**
     * What was measured.
     *
     * @param perSecond complete applications, from the first begun to the last received
     * @param begun by how many applications were begun
     * @param late how long after its time the last application was begun
     * @param sorted how long each request took, in nanoseconds
     */
    record Rate(double perSecond, int begun, Duration late, long[] sorted) {

        /** In milliseconds. */
        double percentile(int percent) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1e6;
        }
    }

    /** Begins so many a second, for so long, as long as at most {@link #AT_ONCE} are under way. */
    Rate paced(double perSecond, Duration time) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, idle.size()));
        var begins = measure();
        var before = receipts.size();
        var many = (int) (perSecond * time.toSeconds());
        var late = 0L;
        for (var i = 0; i < many; i++) {
            var due = begins + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var person = idle.take();
            late = System.nanoTime() - due;
            threads.execute(() -> apply(person));
        }
        return rate(threads, begins, () -> many, before, Duration.ofNanos(late));
    }

    /** So many people at once, each one application after another, for so long. */
    Rate flatOut(int atOnce, Duration time) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(atOnce);
        var begins = measure();
        var before = receipts.size();
        var begun = new AtomicInteger();
        for (var i = 0; i < atOnce; i++) {
            threads.execute(() -> {
                while (System.nanoTime() - begins < time.toNanos()) {
                    begun.incrementAndGet();
                    apply(idle.remove());
                }
            });
        }
        return rate(threads, begins, begun::get, before, Duration.ZERO);
    }

    private long measure() {
        requests.clear();
        measuring.set(true);
        return System.nanoTime();
    }

    private Rate rate(ExecutorService threads, long begins, IntSupplier begun, int before, Duration late)
            throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new AssertionError("Applications are still under way ten minutes after the last was begun");
        }
        var seconds = (System.nanoTime() - begins) / 1e9;
        measuring.set(false);
        var sorted = requests.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Rate((receipts.size() - before) / seconds, begun.getAsInt(), late, sorted);
    }

    private void apply(PortalApplicant person) {
        var number = numbers.incrementAndGet();
        try {
            var draft = person.write(BurstScene.CALL, FullAnswers.parts(number), FullAnswers.documents(kilobytes));
            receipts.add(person.submit(draft));
        } catch (RuntimeException | AssertionError e) {
            failures.add(String.valueOf(e.getMessage()));
        } finally {
            idle.add(person);
        }
    }

    /** The references that applicants have read on their receipts. */
    Collection<String> receipts() {
        return receipts;
    }

    /** What went wrong for applicants, in words. */
    Collection<String> failures() {
        return failures;
    }
}
