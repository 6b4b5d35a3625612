package se.tidig.call;

/** How far a call has come. */
public enum CallStatus {
    DRAFT("Under beredning"),
    APPROVED("Godkänd"),
    OPEN("Öppen"),
    CLOSED("Stängd"),
    ALLOCATED("Prioriterad"),
    DECIDED("Beslutad"),
    ARCHIVED("Avslutad"),
    /** Ended by an administrator before it opened. */
    CANCELLED("Inställd");

    private final String swedishName;

    CallStatus(String swedishName) {
        this.swedishName = swedishName;
    }

    public String swedishName() {
        return swedishName;
    }

    /** Whether the public may see the call. */
    public boolean isPublic() {
        return this != DRAFT && this != CANCELLED;
    }
}
