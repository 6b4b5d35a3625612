package se.tidig.application;

/** The ways to ask an applicant to complete an application. */
public enum CompletionKind {
    /** Help within the board's duty of service (6, 20 first paragraph and 23 §§ FL). */
    INFORMAL("Begäran om komplettering"),
    /** A recorded decision that states the deadline and what follows if it is not met (20 § second paragraph FL). */
    ORDER("Föreläggande");

    private final String swedishName;

    CompletionKind(String swedishName) {
        this.swedishName = swedishName;
    }

    public String swedishName() {
        return swedishName;
    }
}
