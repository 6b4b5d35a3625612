package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.form.PostedAnswers;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Right;

/**
 * A draft as one of those who take part in it sees it.
 *
 * @param typed what is typed, by question
 * @param savedParts when each part was last saved, if only without an answer
 * @param membership the person's, with the right to it
 * @param guest whether the person is only invited to this draft
 * @param conflicts the person's own that wait for a choice
 */
public record OpenDraft(
        Draft draft,
        Map<String, TypedAnswer> typed,
        Map<String, PartSave> savedParts,
        Membership membership,
        boolean guest,
        List<DraftConflict> conflicts) {

    /** The answers as a page of the form sends them. */
    public Map<String, Object> answers() {
        var values = new LinkedHashMap<String, Object>();
        typed.forEach((question, answer) -> values.put(question, answer.value()));
        return PostedAnswers.asSent(values);
    }

    public boolean mayWrite() {
        return membership.right().includes(Right.WRITE);
    }

    public boolean maySubmit() {
        return membership.right().includes(Right.SUBMIT);
    }

    /** The activity's name as it is typed; null as long as it is not. */
    public String title() {
        var title = typed.get("title");
        return title == null || String.valueOf(title.value()).isBlank() ? null : String.valueOf(title.value());
    }
}
