package se.tidig.decision;

import java.util.List;
import se.tidig.Sek;

/**
 * What the proposal's form shows at first. The officer fills in what the system does not know.
 *
 * @param kind null if nothing suggests one
 * @param amount null if nothing is granted
 * @param reasons null if there are none yet
 * @param conditions empty if the form's own apply
 */
public record ProposalDraft(
        DecisionKind kind, Sek amount, String reasons, List<String> paragraphs, List<String> conditions) {

    static ProposalDraft of(Proposal returned) {
        return new ProposalDraft(
                returned.kind(),
                returned.kind().isGrant() ? returned.amount() : null,
                returned.reasons(),
                returned.paragraphs(),
                returned.conditions());
    }
}
