package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.payment.ObstacleService;
import se.tidig.payment.PaymentRefused;

/** An officer sends what speaks against a payment to the recipient for comment, or records why not (25 § FL). */
@Component
@Handles(
        form = "communicate-obstacle",
        keys = {"obstacleHearing", "hearingText", "replyBy", "hearingLeftOut"},
        writes = {"obstacleHearing=SEND|LEAVE_OUT", "obstacleReplyDeadline"})
class CommunicateObstacleForm implements FormHandler {

    private final ObstacleService obstacles;

    CommunicateObstacleForm(ObstacleService obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        try {
            if ("LEAVE_OUT".equals(answers.text("obstacleHearing"))) {
                obstacles.leaveOutHearing(milestone, answers.text("hearingLeftOut"), task.actor());
                return Map.of("obstacleHearing", "LEAVE_OUT");
            }
            var heard = obstacles.communicate(
                    milestone,
                    answers.text("hearingText"),
                    answers.date("replyBy").orElseThrow(),
                    task.actor());
            return Map.of(
                    "obstacleHearing",
                    "SEND",
                    "obstacleReplyDeadline",
                    heard.replyDeadline().toString());
        } catch (PaymentRefused refused) {
            throw new Rejected("replyBy", refused.getMessage());
        }
    }
}
