package se.tidig.bundle;

/** The bundle's tables cannot answer; the Swedish message names the file or decision and the remedy. */
public class RuleError extends RuntimeException {

    public RuleError(String message) {
        super(message);
    }

    public RuleError(String message, Throwable cause) {
        super(message, cause);
    }
}
