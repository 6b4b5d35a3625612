package se.tidig.engine;

/** How far a case has come, as far as models may count on it. What is known of a case at one stage is known at all later ones. */
public enum CaseStage {
    /** There is no case, or nothing is certain. */
    NONE,
    /** The application has come in. */
    RECEIVED,
    /** Its conditions have been checked. */
    CHECKED,
    /** It has been assessed. */
    ASSESSED,
    /** It has been decided. */
    DECIDED;

    /** Whether what is known from the other stage on is known here. */
    public boolean knows(CaseStage since) {
        return since != NONE && compareTo(since) >= 0;
    }
}
