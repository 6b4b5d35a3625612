package se.tidig;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;

/**
 * Who did something: staff by user id, an applicant's person by e-mail address, or by name where the person has no
 * account. What a step of a process does by itself has no actor. As text, in columns, process variables and files, it is
 * what {@link #toString} gives.
 *
 * @param value the user id, the e-mail address or the name
 */
public record Actor(String value) {

    public Actor {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("En tom text är ingen person.");
        }
    }

    /**
     * Reads what Tidig has written, or a person who is logged in.
     *
     * @return null if the text is null
     * @throws IllegalArgumentException if the text can name nobody
     */
    @JsonCreator
    public static Actor of(String text) {
        return text == null ? null : new Actor(text);
    }

    /** Reads what somebody else has written; empty if it is null or can name nobody. */
    public static Optional<Actor> find(String text) {
        return text != null && !text.isBlank() ? Optional.of(new Actor(text)) : Optional.empty();
    }

    /** The text of an actor, for a column or an answer; null if nobody acted. */
    public static String text(Actor actor) {
        return actor == null ? null : actor.value;
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
