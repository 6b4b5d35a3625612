package se.tidig.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts of what happened during a run. */
final class Tally {

    /** A submitted form that was accepted. */
    static final String ACTS = "acts done";

    static final String KILLS = "kill -9 of Tidig";
    static final String DATABASE_KILLS = "kill -9 of PostgreSQL";
    static final String FAILED = "requests that failed";
    static final String OTHERS_FIRST = "requests that met another's and were made again";
    static final String HAD_HAPPENED = "failed requests that had happened after all";
    static final String AGAIN = "failed requests that were made again";
    static final String INCIDENTS = "incidents that an administrator retried";
    static final String REPEATED_MAILS = "mails taken twice under the same Message-ID";

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void count(String what) {
        counts.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
    }

    int of(String what) {
        return counts.getOrDefault(what, new AtomicInteger()).get();
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
