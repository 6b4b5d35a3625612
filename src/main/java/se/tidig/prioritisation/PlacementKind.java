package se.tidig.prioritisation;

/** What the prioritisation proposes for an application. */
public enum PlacementKind {
    GRANT("Bifall"),
    PARTIAL("Delvis bifall"),
    REFUSE("Föreslås inte"),
    /** Not assessed yet; its amount is reserved. */
    RESERVE("Reserverade medel");

    private final String swedishName;

    PlacementKind(String swedishName) {
        this.swedishName = swedishName;
    }

    public String swedishName() {
        return swedishName;
    }
}
