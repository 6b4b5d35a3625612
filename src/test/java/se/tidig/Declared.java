package se.tidig;

import java.util.HashMap;
import java.util.Map;

/** Answers that no conflict of interest is known, where a task's form asks its person so before all else. */
public final class Declared {

    private Declared() {}

    /** @param form as the person gets it */
    public static Map<String, Object> in(String form, Map<String, Object> answers) {
        if (!form.contains("\"conflictAnswer\"") || answers.containsKey("conflictAnswer")) {
            return answers;
        }
        var declared = new HashMap<>(answers);
        declared.put("conflictAnswer", "none");
        return declared;
    }
}
