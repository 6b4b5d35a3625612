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
import se.tidig.grant.GrantRefused;
import se.tidig.payment.ObstacleService;
import se.tidig.payment.PaymentRefused;

/** A person other than the proposer decides on an obstacle to payment, or sends the proposal back. */
@Component
@Handles(
        form = "decide-obstacle",
        keys = {"obstacleDecision=DECIDE|RETURN", "obstacleParticipants", "obstacleDissent", "obstacleReturnReason"},
        writes = "obstacleOutcome=WHOLE|PART|RELEASE|RETURN")
class DecideObstacleForm implements FormHandler {

    private final ObstacleService obstacles;

    DecideObstacleForm(ObstacleService obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        try {
            if ("RETURN".equals(answers.text("obstacleDecision"))) {
                obstacles.sendBack(milestone, answers.text("obstacleReturnReason"), task.actor());
                return Map.of("obstacleOutcome", "RETURN");
            }
            var decided = obstacles.decide(
                    milestone, answers.text("obstacleParticipants"), answers.text("obstacleDissent"), task.actor());
            return Map.of("obstacleOutcome", decided.name());
        } catch (PaymentRefused | GrantRefused refused) {
            throw new Rejected("obstacleDecision", refused.getMessage());
        }
    }
}
