package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** A declaration that is not complete, or a signature that cannot be taken; its words are in the message files. */
public class SigningRefused extends RuntimeException {

    private final Map<String, String> reasons;

    SigningRefused(Map<String, String> reasons) {
        super(reasons.toString());
        this.reasons = new LinkedHashMap<>(reasons);
    }

    /** @param wrong nothing happens if it is empty */
    static void ifAny(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new SigningRefused(wrong);
        }
    }

    /** The keys of the messages by field; {@code ""} for the declaration as a whole. */
    public Map<String, String> reasons() {
        return reasons;
    }
}
