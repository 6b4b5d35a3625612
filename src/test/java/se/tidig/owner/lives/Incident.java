package se.tidig.owner.lives;

/** A step that failed without anybody to tell it to, or that showed a person a fault of the program. */
class Incident extends AssertionError {

    Incident(String where, Throwable cause) {
        super(where + ": " + root(cause), cause);
    }

    Incident(String what) {
        super(what);
    }

    private static String root(Throwable cause) {
        return cause.getCause() == null
                ? cause.getClass().getSimpleName() + " "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                : root(cause.getCause());
    }
}
