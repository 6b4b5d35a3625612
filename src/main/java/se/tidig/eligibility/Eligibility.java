package se.tidig.eligibility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the eligibility table proposes for an application. It decides nothing: one person examines the grounds and
 * another decides.
 *
 * @param outcome the proposed way on
 * @param maxGrant the highest possible grant in SEK, two decimals; 0 if nothing can be granted
 * @param eligibleCost the costs a grant can be given for in SEK, two decimals (3, 6 and 8 §§ and the call)
 * @param findings in no particular order
 * @param matched the ids of the rules that matched, by table
 */
public record Eligibility(
        Outcome outcome,
        BigDecimal maxGrant,
        BigDecimal eligibleCost,
        List<EligibilityFinding> findings,
        Map<String, List<String>> matched) {

    /** REJECT is avvisning, INELIGIBLE avslag, COMPLETION komplettering, REVIEW a person's examination of the terms. */
    public enum Outcome {
        REJECT,
        COMPLETION,
        INELIGIBLE,
        REVIEW,
        ELIGIBLE
    }

    public Eligibility {
        findings = List.copyOf(findings);
        matched = Map.copyOf(matched);
    }
}
