package se.tidig;

/** Why Tidig does not start, in a Swedish sentence that says what to do; printed as it stands, without a trace. */
public class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
