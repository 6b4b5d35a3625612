package se.tidig.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.Sek;
import se.tidig.decision.Proposal.Draft;
import se.tidig.form.Rejected;

/**
 * The limits that a decision of a case must keep.
 *
 * @param requested SEK applied for
 * @param maxGrant the most that the latest check of the conditions allows, SEK
 * @param outcome of that check: REJECT, COMPLETION, INELIGIBLE, REVIEW or ELIGIBLE
 * @param assessmentGrounds paragraphs that exclude a grant according to the assessment
 * @param frameLeft what the call's frame still holds, SEK
 */
record Bounds(Sek requested, Sek maxGrant, String outcome, List<String> assessmentGrounds, Sek frameLeft) {

    /** @throws Rejected by the keys of the form, with every reason why the decision is not possible */
    void require(Draft draft) {
        var refused = new LinkedHashMap<String, String>();
        if (draft.kind().isGrant()) {
            requireGrantable(draft, refused);
            requireAmount(draft, refused);
        }
        if (draft.kind() == DecisionKind.REJECTION && !"REJECT".equals(outcome)) {
            refused.put(
                    "proposedKind",
                    "En ansökan avvisas bara när kontrollen visar att den inte kan prövas. Föreslå avslag i stället.");
        }
        if (draft.kind() == DecisionKind.WRITE_OFF) {
            refused.put("proposedKind", "En ansökan skrivs av först när sökanden har återkallat den.");
        }
        if (!refused.isEmpty()) {
            throw new Rejected(refused);
        }
    }

    private void requireGrantable(Draft draft, Map<String, String> refused) {
        if ("REJECT".equals(outcome) || "INELIGIBLE".equals(outcome)) {
            refused.put(
                    "proposedKind",
                    "Kontrollen av förutsättningarna visar att bidrag inte kan lämnas. Föreslå avslag eller avvisning och ange grunden.");
        } else if (!assessmentGrounds.isEmpty()) {
            refused.put(
                    "proposedKind",
                    "Bedömningen innebär att bidrag inte kan lämnas (%s). Föreslå avslag."
                            .formatted(String.join(", ", assessmentGrounds)));
        } else if (!"ELIGIBLE".equals(outcome) && draft.findingsReason() == null) {
            refused.put(
                    "proposedFindingsReason",
                    "Kontrollen har lämnat villkor att ta ställning till. Ange varför bidrag ändå kan lämnas.");
        }
    }

    private void requireAmount(Draft draft, Map<String, String> refused) {
        var amount = draft.amount();
        if (!amount.isPositive()) {
            refused.put("proposedAmount", "Ange ett belopp över 0 kronor.");
        } else if (amount.compareTo(maxGrant) > 0) {
            refused.put(
                    "proposedAmount", "Beloppet är högre än det högsta möjliga bidraget, " + maxGrant + ". Sänk det.");
        } else if (draft.kind() == DecisionKind.GRANT && amount.compareTo(requested) != 0) {
            refused.put(
                    "proposedAmount",
                    "Bifall gäller hela det sökta beloppet, " + requested
                            + ". Välj delvis bifall för ett lägre belopp.");
        } else if (draft.kind() == DecisionKind.PARTIAL && amount.compareTo(requested) >= 0) {
            refused.put(
                    "proposedAmount",
                    "Delvis bifall gäller ett lägre belopp än det sökta, " + requested + ". Välj bifall i stället.");
        } else if (amount.compareTo(frameLeft) > 0) {
            refused.put("proposedAmount", "Det finns " + frameLeft + " kvar av utlysningens ram. Sänk beloppet.");
        }
    }
}
