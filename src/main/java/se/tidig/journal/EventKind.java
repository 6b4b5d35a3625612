package se.tidig.journal;

/** What an entry in the journal of a case is about. */
public enum EventKind {
    APPLICATION("Ansökan", true),
    COMPLETION("Komplettering", true),
    SUPPLEMENT("Inkommen handling", true),
    CHANGE("Anmälan om ändrade förhållanden", true),
    WITHDRAWAL("Återkallelse", true),
    DECISION_DEMAND("Begäran om att ärendet ska avgöras", true),
    REPLY("Yttrande", true),
    APPEAL("Överklagande", true),
    MORE_TIME("Begäran om mer tid", true),
    REGISTRATION("Registrering", false),
    CONFLICT("Jäv", false),
    ELIGIBILITY("Kontroll av förutsättningarna", false),
    EXAMINATION("Prövning", false),
    COMPLETION_REQUEST("Begäran om komplettering", false),
    COMPLETION_ORDER("Beslut om föreläggande", false),
    COMPLETION_EXPIRED("Utebliven komplettering", false),
    HEARING("Kommunicering", false),
    MORE_TIME_ANSWER("Svar om mer tid", false),
    ASSESSMENT("Bedömning", false),
    PRIORITISATION("Prioritering", false),
    PROPOSAL("Förslag till beslut", false),
    DECISION("Beslut", false),
    DELAY("Försening", false),
    GRANT("Bidrag", false),
    PAYMENT("Utbetalning", false),
    REPORT("Redovisning", false),
    ENDED("Avslutad handläggning", false),
    OPENED("Öppnat för processägare", false),
    NOTE("Anteckning", false);

    private final String swedishName;
    private final boolean document;

    EventKind(String swedishName, boolean document) {
        this.swedishName = swedishName;
        this.document = document;
    }

    public String swedishName() {
        return swedishName;
    }

    /** Whether the entry records a document from the applicant. */
    public boolean isDocument() {
        return document;
    }
}
