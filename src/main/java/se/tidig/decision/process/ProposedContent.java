package se.tidig.decision.process;

import org.springframework.stereotype.Component;
import se.tidig.decision.ProposalDrafts;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the form of the proposal holds before the officer writes: what was returned, or a first draft. */
@Component
@Shows({"proposedKind", "proposedAmount", "proposedReasons", "proposedParagraphs", "proposedConditions"})
class ProposedContent implements CaseContent {

    private final ProposalDrafts drafts;

    ProposedContent(ProposalDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var draft = drafts.of(task.reference());
        return switch (key) {
            case "proposedKind" -> draft.kind() == null ? null : draft.kind().name();
            case "proposedAmount" ->
                draft.amount() == null ? null : draft.amount().amount();
            case "proposedReasons" -> draft.reasons();
            case "proposedParagraphs" -> draft.paragraphs().isEmpty() ? null : draft.paragraphs();
            default -> draft.conditions().isEmpty() ? null : String.join("\n", draft.conditions());
        };
    }
}
