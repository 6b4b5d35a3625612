package se.tidig.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.eligibility.EligibilityFinding;

/**
 * One check of the conditions: its facts, so that any version of the table can be run over them, and its findings.
 *
 * @param outcome REJECT, COMPLETION, INELIGIBLE, REVIEW or ELIGIBLE
 * @param maxGrant the most that can be granted
 * @param eligibleCost the costs that a grant can be given for
 * @param table the version of the table
 * @param matched the ids of the rules that matched, by the key of each table of that version
 * @param completion what the table of rounds says, in case the applicant is asked to complete
 */
public record EligibilityRecord(
        Reference reference,
        Instant checkedAt,
        Map<String, Object> facts,
        List<EligibilityFinding> findings,
        String outcome,
        Sek maxGrant,
        Sek eligibleCost,
        TableVersion table,
        Map<String, List<String>> matched,
        CompletionTerms completion) {

    /**
     * Which table was asked.
     *
     * @param deployment the engine's deployment id
     * @param version the decision definition's
     */
    public record TableVersion(String deployment, Integer version) {}
}
