package se.tidig.bundle;

/** The bundle's tables cannot answer; the Swedish message names the file or decision and the remedy. */
public class RulesError extends RuntimeException {

    public RulesError(String message) {
        super(message);
    }

    public RulesError(String message, Throwable cause) {
        super(message, cause);
    }
}
