package se.tidig.engine;

/**
 * How far a case has come, as far as models may rely on it. What is known of a case at one stage is known at all later
 * ones.
 */
public enum CaseStage {
    /** There is no case, or nothing is known of it for certain. */
    NONE,
    /** The application has come in. */
    RECEIVED,
    /** Its conditions have been checked. */
    CHECKED,
    /** It has been assessed. */
    ASSESSED,
    /** It has been decided. */
    DECIDED;

    /** Whether what is known since the other stage is known at this one. */
    public boolean knows(CaseStage since) {
        return since != NONE && compareTo(since) >= 0;
    }
}
