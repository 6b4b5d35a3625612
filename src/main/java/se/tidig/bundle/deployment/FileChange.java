package se.tidig.bundle.deployment;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import se.tidig.bundle.Bundle;

/** How a file differs between the models of a start and the models in force. */
enum FileChange {
    ADDED("Ny"),
    CHANGED("Ändrad"),
    REMOVED("Borttagen"),
    BOTH_CHANGED("Ändrad, också av er"),
    OWN("Inget nytt: skillnaden är er egen ändring");

    private final String swedish;

    FileChange(String swedish) {
        this.swedish = swedish;
    }

    String swedish() {
        return swedish;
    }

    /** The Swedish word, for the log. */
    @Override
    public String toString() {
        return swedish;
    }

    /**
     * The files that differ, in order.
     *
     * @param brought the models of the start
     * @param inForce the models that process owners have published
     * @param before the models of the previous start, which show who changed a file; empty if they are not known
     */
    static TreeMap<String, FileChange> between(Bundle brought, Bundle inForce, Bundle before) {
        var changes = new TreeMap<String, FileChange>();
        var files = new TreeSet<>(brought.files().keySet());
        files.addAll(inForce.files().keySet());
        for (var file : files) {
            if (!same(file, brought, inForce)) {
                changes.put(file, of(file, brought, inForce, before));
            }
        }
        return changes;
    }

    private static FileChange of(String file, Bundle brought, Bundle inForce, Bundle before) {
        if (same(file, brought, before)) {
            return OWN;
        }
        if (before.has(file) && !same(file, inForce, before)) {
            return BOTH_CHANGED;
        }
        return !inForce.has(file) ? ADDED : brought.has(file) ? CHANGED : REMOVED;
    }

    static boolean same(String file, Bundle one, Bundle other) {
        return Arrays.equals(one.bytes(file), other.bytes(file));
    }
}
