package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.MoreTimeService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/** An officer answers a request for more time: with a new last day, or with the present one. */
@Component
@Handles(
        form = "assess-more-time",
        keys = {"moreTimeStep=grant|refuse", "newReplyBy", "moreTimeReason"})
class AssessMoreTimeForm implements FormHandler {

    private final MoreTimeService moreTime;

    AssessMoreTimeForm(MoreTimeService moreTime) {
        this.moreTime = moreTime;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var reason = answers.text("moreTimeReason");
        if ("grant".equals(answers.text("moreTimeStep"))) {
            var day = answers.date("newReplyBy")
                    .orElseThrow(() -> new Rejected("newReplyBy", "Ange den nya sista dagen."));
            moreTime.grant(task.reference(), day, reason, task.actor());
        } else {
            moreTime.refuse(task.reference(), reason, task.actor());
        }
        return Map.of();
    }
}
