package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChangeService;
import se.tidig.grant.GrantRefused;

/** An officer assesses what changed circumstances mean for the grant (15 a §). */
@Component
@Handles(
        form = "assess-grant-change",
        keys = {"noticeOutcome", "noticeReason"},
        writes = "noticeOutcome=NOTHING|CHANGE|OBSTACLE|RECOVERY")
class AssessGrantChangeForm implements FormHandler {

    private final GrantChangeService changes;

    AssessGrantChangeForm(GrantChangeService changes) {
        this.changes = changes;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var outcome = answers.text("noticeOutcome");
        try {
            changes.assess(task.reference(), Outcome.valueOf(outcome), answers.text("noticeReason"), task.actor());
            return Map.of("noticeOutcome", outcome);
        } catch (GrantRefused refused) {
            throw new Rejected("noticeOutcome", refused.getMessage());
        }
    }
}
