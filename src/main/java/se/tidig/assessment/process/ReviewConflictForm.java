package se.tidig.assessment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.assessment.Recusal;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Pröva jävsfrågan* (18 § förvaltningslagen). */
@Component
@Handles(
        form = "review-conflict",
        keys = {"conflictReview=upheld|notConflicted|mayAct", "conflictReviewReason"})
class ReviewConflictForm implements FormHandler {

    private static final Map<String, Recusal.State> ANSWERS = Map.of(
            "upheld", Recusal.State.UPHELD,
            "notConflicted", Recusal.State.NOT_CONFLICTED,
            "mayAct", Recusal.State.MAY_ACT);

    private final ConflictOfInterestService conflicts;

    ReviewConflictForm(ConflictOfInterestService conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var answer = ANSWERS.get(answers.text("conflictReview"));
        conflicts.review(task.reference(), answer, task.actor(), answers.text("conflictReviewReason"));
        return Map.of();
    }
}
