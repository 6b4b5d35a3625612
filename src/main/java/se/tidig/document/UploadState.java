package se.tidig.document;

/** What is known of a file that was handed in. */
public enum UploadState {
    /** Not scanned yet: nobody can open it, and only the organisation that sent it sees more than its name. */
    WAITING,
    /** The scanner found nothing in it. */
    CLEAN,
    /** No scanner is configured. */
    UNSCANNED,
    /** The scanner found something; the content is deleted. */
    INFECTED;

    /** Whether people may download it. */
    public boolean isOpen() {
        return this == CLEAN || this == UNSCANNED;
    }
}
