package se.tidig;

import java.util.HashMap;
import java.util.Map;

/** Answers that the person knows of no conflict of interest, if a task's form asks this first. */
public final class Declared {

    private Declared() {}

    /** @param form as the person gets it; a form of an earlier bundle asks deciders by a tick-box of its own */
    public static Map<String, Object> in(String form, Map<String, Object> answers) {
        var declared = new HashMap<>(answers);
        if (form.contains("\"conflictAnswer\"")) {
            declared.putIfAbsent("conflictAnswer", "none");
        }
        if (form.contains("\"noConflict\"")) {
            declared.put("noConflict", true);
        }
        return declared;
    }
}
