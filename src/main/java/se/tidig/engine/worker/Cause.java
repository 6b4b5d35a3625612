package se.tidig.engine.worker;

/** The cause of a failure as Cockpit shows it: first the sentence, then the stack trace. */
final class Cause {

    private static final int LONGEST = 600;

    private Cause() {}

    static String of(Exception failure) {
        var message = failure.getMessage();
        var text = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
