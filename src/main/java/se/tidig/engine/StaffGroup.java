package se.tidig.engine;

import java.util.Arrays;
import java.util.Optional;

/** The groups of staff that models hand tasks to. */
public enum StaffGroup {
    REGISTRARS("registrars", "Registratorer"),
    CASE_OFFICERS("caseOfficers", "Handläggare"),
    DECISION_MAKERS("decisionMakers", "Beslutsfattare"),
    HEADS_OF_UNIT("headsOfUnit", "Enhetschefer"),
    FINANCE_OFFICERS("financeOfficers", "Ekonomihandläggare"),
    FINANCE_APPROVERS("financeApprovers", "Attestanter"),
    COORDINATORS("coordinators", "Samordnare"),
    PROCESS_OWNERS("processOwners", "Processägare"),
    ADMINISTRATORS("camunda-admin", "Administratörer");

    private final String id;
    private final String swedishName;

    StaffGroup(String id, String swedishName) {
        this.id = id;
        this.swedishName = swedishName;
    }

    /** The id of the group in models and staff records. */
    public String id() {
        return id;
    }

    public String swedishName() {
        return swedishName;
    }

    public static Optional<StaffGroup> byId(String id) {
        return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst();
    }
}
