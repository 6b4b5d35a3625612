package se.tidig.engine;

import java.util.Arrays;

/**
 * Formats a failure as one line of the log. The stack trace of a job or an external task is in Cockpit; that of a
 * request is logged at level debug.
 */
public final class FailureLine {

    private static final int LONGEST = 300;

    private FailureLine() {}

    /** The message of the failure, or the name of its class; at most 300 characters. */
    public static String of(Throwable failure) {
        if (failure == null) {
            return "";
        }
        var message = failure.getMessage();
        var line = message == null || message.isBlank()
                ? failure.getClass().getName()
                : message.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** The root cause, its message, and the line of Tidig's code that it passed through. */
    public static String withPlace(Throwable failure) {
        var cause = failure;
        var place = place(failure);
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            var nearer = place(cause);
            place = nearer.isEmpty() ? place : nearer;
        }
        return cause.getClass().getSimpleName() + ": " + of(cause) + place;
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("se.tidig."))
                .findFirst()
                .map(frame -> " (" + frame + ")")
                .orElse("");
    }
}
