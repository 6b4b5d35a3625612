package se.tidig.decision.process;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.decision.ProposalDraftService;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;

/** What the proposal's form holds before the officer writes: a returned proposal, or a first draft. */
@Component
class ProposedContent implements CaseContent {

    private final ProposalDraftService drafts;

    ProposedContent(ProposalDraftService drafts) {
        this.drafts = drafts;
    }

    record Fields(
            String proposedKind,
            Sek proposedAmount,
            String proposedReasons,
            List<String> proposedParagraphs,
            String proposedConditions) {}

    @Fills
    Fields fields(CaseTask task) {
        var draft = drafts.of(task.reference());
        return new Fields(
                draft.kind() == null ? null : draft.kind().name(),
                draft.amount(),
                draft.reasons(),
                draft.paragraphs().isEmpty() ? null : draft.paragraphs(),
                draft.conditions().isEmpty() ? null : String.join("\n", draft.conditions()));
    }
}
