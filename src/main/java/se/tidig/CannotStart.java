package se.tidig;

/**
 * Says why Tidig does not start, in a Swedish sentence that says what to do. The sentence is printed without a stack
 * trace.
 */
public class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
