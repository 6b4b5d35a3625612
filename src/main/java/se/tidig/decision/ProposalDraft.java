package se.tidig.decision;

import java.util.List;
import se.tidig.Sek;

/**
 * What a proposal begins with. What the system does not know is left to the officer.
 *
 * @param kind null where nothing speaks for one
 * @param amount null where nothing is granted
 * @param reasons null where there are none yet
 * @param conditions empty where the form's own apply
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
