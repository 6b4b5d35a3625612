package se.tidig.decision;

/** The kinds of steps in a plan that a decision states. */
public enum StepKind {
    PAYMENT("Utbetalning"),
    INTERIM_REPORT("Delredovisning"),
    FINAL_REPORT("Slutredovisning");

    private final String swedish;

    StepKind(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }

    public boolean isReport() {
        return this != PAYMENT;
    }
}
