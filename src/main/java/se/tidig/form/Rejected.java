package se.tidig.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Input that is not accepted: Swedish messages that say what to do, by form key ({@code ""} for the form as a whole).
 * The person sees them as they stand. Every refusal of an act is one: a module's own, such as that of a payment, extends
 * it, so that a person reads the sentence wherever it comes from.
 */
public class Rejected extends RuntimeException {

    private final Map<String, String> messages;

    public Rejected(Map<String, String> messages) {
        super(messages.values().stream().distinct().collect(Collectors.joining(" ")));
        this.messages = new LinkedHashMap<>(messages);
    }

    public Rejected(String key, String message) {
        this(Map.of(key, message));
    }

    public Map<String, String> messages() {
        return messages;
    }
}
