package se.tidig.form;

/**
 * A part of a form in the list of what there is to do.
 *
 * @param id of its group
 * @param visible whether it asks anything after the answers so far
 * @param faults how many of its answers must be changed or given
 */
public record FormPart(String id, String title, boolean visible, Status status, int faults) {

    /** How far a part has come. */
    public enum Status {
        /** It has never been saved. */
        NOT_BEGUN,
        /** It has been saved, and some question is unanswered. */
        BEGUN,
        /** Every question is answered that a person is reminded of. */
        DONE,
        /** Something that was answered is wrong. */
        NEEDS_ATTENTION
    }
}
