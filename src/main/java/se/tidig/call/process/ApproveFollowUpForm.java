package se.tidig.call.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.call.FollowUpService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** A person writes the assessment of how well the purpose was reached (15 §). */
@Component
@Handles(form = "approve-follow-up", keys = "purposeAssessment")
class ApproveFollowUpForm implements FormHandler {

    private final FollowUpService followUps;

    ApproveFollowUpForm(FollowUpService followUps) {
        this.followUps = followUps;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        followUps.approve(task.reference(), task.actor(), answers.text("purposeAssessment"));
        return Map.of();
    }
}
