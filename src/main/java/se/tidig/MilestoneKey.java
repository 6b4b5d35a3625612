package se.tidig;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one step of a grant's plan, {@code K-2026-2-017-M1}. The order to pay the step and the report that it demands
 * have the same key. As text, in columns, process variables and files, it is what {@link #toString} gives.
 *
 * @param reference the grant's reference
 * @param number the step's number, from 1
 */
public record MilestoneKey(Reference reference, int number) {

    private static final Pattern FORM = Pattern.compile("(.+)-M([1-9]\\d{0,3})");

    public MilestoneKey {
        Objects.requireNonNull(reference, "reference");
        if (number < 1) {
            throw new IllegalArgumentException("Delmoment räknas från 1: " + number);
        }
    }

    /**
     * Reads a key that Tidig has written.
     *
     * @return null if the text is null
     * @throws IllegalArgumentException if the text is no key
     */
    @JsonCreator
    public static MilestoneKey of(String text) {
        return text == null
                ? null
                : find(text).orElseThrow(() -> new IllegalArgumentException(text + " är inget delmoment."));
    }

    /** Reads what somebody else has written; empty if it is no key. */
    public static Optional<MilestoneKey> find(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Reference.find(form.group(1)).map(of -> new MilestoneKey(of, Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return reference + "-M" + number;
    }
}
