package se.tidig.document;

/**
 * A file that is not taken. The page that took it says why in the person's language, by the message
 * {@code upload.refused.<reason>} with {@link #name} and {@link #limit}.
 */
public class UploadRefused extends RuntimeException {

    /** Why a file is not taken. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        TYPE
    }

    private final transient Reason reason;
    private final String name;
    private final long limit;

    UploadRefused(Reason reason, String name, long limit) {
        super(reason + ": " + name);
        this.reason = reason;
        this.name = name;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    /** The file's name as it is shown. */
    public String name() {
        return name;
    }

    /** The most megabytes or files that are taken; 0 if the reason has none. */
    public long limit() {
        return limit;
    }
}
