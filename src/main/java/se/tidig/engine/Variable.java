package se.tidig.engine;

/**
 * The names of the process variables that Java reads or writes: short routing values only; case content stays in the
 * domain. A model may have variables of its own (a form component marked as routing, a table's result).
 */
public final class Variable {

    /** The case's reference, {@code K-2026-2-017}: business key of application and grant. Text. */
    public static final String REFERENCE = "reference";

    /** The board's county letter, {@code K}; the tenant is {@code SE} and the letter. Text. */
    public static final String BOARD = "board";

    /** The call's reference, {@code K-2026-2}. Text. */
    public static final String CALL = "call";

    /** The milestone's key within a grant, {@code K-2026-2-017-M1}; business key of disbursement and report. Text. */
    public static final String MILESTONE = "milestone";

    /** The payment order's key; business key of payment. Text. */
    public static final String ORDER = "order";

    /**
     * Whom or what an open task concerns, for the task lists: the applicant, or the call's title. A local variable of
     * the task. Text.
     */
    public static final String SUBJECT = "subject";

    private Variable() {}
}
