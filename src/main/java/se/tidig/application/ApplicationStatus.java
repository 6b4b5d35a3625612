package se.tidig.application;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands, in the words of the case page. */
public enum ApplicationStatus {
    /** Came in; has no diary number yet. */
    RECEIVED("Mottagen"),
    REGISTERED("Registrerad"),
    UNDER_REVIEW("Under beredning"),
    AWAITING_COMPLETION("Väntar på komplettering"),
    /** A ground for rejection or refusal was upheld; it is not ranked. */
    EXCLUDED("Prioriteras inte"),
    ASSESSED("Bedömd"),
    PRIORITISED("Prioriterad"),
    PROPOSED("Förslag till beslut finns"),
    DECIDED("Beslutad"),
    WITHDRAWN("Återkallad"),
    WRITTEN_OFF("Avskriven"),
    /** An administrator ended the process of a case that should never have been opened, such as one entered twice. */
    ENDED("Avslutad utan beslut");

    private static final Set<ApplicationStatus> UNSETTLED =
            EnumSet.of(RECEIVED, REGISTERED, UNDER_REVIEW, AWAITING_COMPLETION);

    private final String swedishName;

    ApplicationStatus(String swedishName) {
        this.swedishName = swedishName;
    }

    public String swedishName() {
        return swedishName;
    }

    /** Whether the prioritisation of the call must still wait for it. */
    public boolean isUnsettled() {
        return UNSETTLED.contains(this);
    }

    /** Whether nobody handles the application any more; a withdrawn one may still have to be written off. */
    public boolean isLeft() {
        return isFinal() || this == WITHDRAWN;
    }

    /** Whether the case at the board has ended. */
    public boolean isFinal() {
        return this == DECIDED || this == WRITTEN_OFF || this == ENDED;
    }
}
