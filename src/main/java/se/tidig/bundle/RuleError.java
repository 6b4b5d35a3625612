package se.tidig.bundle;

/** A table of the bundle cannot be evaluated. The Swedish message names the file or decision and the remedy. */
public class RuleError extends RuntimeException {

    public RuleError(String message) {
        super(message);
    }

    public RuleError(String message, Throwable cause) {
        super(message, cause);
    }
}
