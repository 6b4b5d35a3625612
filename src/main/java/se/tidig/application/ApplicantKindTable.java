package se.tidig.application;

import java.util.Collections;
import org.springframework.stereotype.Component;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;

/**
 * Tells which rules apply to an applicant of an organisation form, by the table {@code applicant-kind} (7 and 8 §§).
 */
@Component
@AsksTable(value = ApplicantKindTable.DECISION, facts = "organisationType", results = "applicantKind")
public class ApplicantKindTable {

    /** The table's id. */
    public static final String DECISION = "applicant-kind";

    private static final String MUNICIPAL = "municipal";

    /**
     * Whether the table counts the applicant as municipal (a municipality, a kommunalförbund and so on): then the
     * conditions of 8 § apply instead of those of 7 §, and no auditor is needed (14 a §).
     *
     * @param organisationType the answer in the application; null if it is not given
     */
    public boolean isMunicipal(String organisationType, RuleSet rules) {
        return rules.decide(DECISION, Collections.singletonMap("organisationType", organisationType)).stream()
                .anyMatch(row -> MUNICIPAL.equals(row.get("applicantKind")));
    }
}
