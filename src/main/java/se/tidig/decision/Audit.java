package se.tidig.decision;

/** Who must examine the recipient's report (14 a § of ordinance 2016:1364). */
public enum Audit {
    NONE("Ingen revisor krävs"),
    AUDITOR("Redovisningen ska granskas av en revisor"),
    AUTHORISED_AUDITOR("Redovisningen ska granskas av en auktoriserad eller godkänd revisor");

    private final String swedish;

    Audit(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
