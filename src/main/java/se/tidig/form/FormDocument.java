package se.tidig.form;

import java.util.List;
import java.util.Locale;
import se.tidig.FileSize;

/**
 * A document that is asked for on a page, and what has come of it.
 *
 * @param id of the control that takes a file
 * @param hint null if there is none
 * @param cameEarlier whether it was sent with an earlier answer; {@code files} has only those of this page
 */
public record FormDocument(
        String id, FormUpload asked, String hint, boolean cameEarlier, List<File> files, String error) {

    /** How far a file has come. */
    public enum State {
        RECEIVED,
        SCANNING,
        REFUSED
    }

    /**
     * A file that was sent.
     *
     * @param id by which it is taken away
     * @param bytes its size
     * @param reason why it was refused; null if it was not
     * @param note who sent it and when; null for nothing
     * @param link where it is opened; null if it cannot be
     */
    public record File(String id, String name, long bytes, State state, String reason, String note, String link) {

        public String size(Locale language) {
            return FileSize.text(bytes, language);
        }
    }

    /** How far it has come: of several files the one that a person must look at first; null if there is none. */
    public State state() {
        return files.stream()
                .map(File::state)
                .max(java.util.Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether another file can be sent. */
    public boolean takesMore() {
        return files.stream().filter(file -> file.state() != State.REFUSED).count() < asked.maxFiles();
    }
}
