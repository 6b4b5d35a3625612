package se.tidig.decision;

/** What is done in a step of the plan that a decision states. */
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
