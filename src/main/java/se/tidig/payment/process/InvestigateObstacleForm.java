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

/** An officer reports what the investigation of a payment has shown. */
@Component
@Handles(
        form = "investigate-obstacle",
        keys = {"investigation", "investigationText"},
        writes = "investigation=OBSTACLE|RELEASE")
class InvestigateObstacleForm implements FormHandler {

    private final ObstacleService obstacles;

    InvestigateObstacleForm(ObstacleService obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        var found = answers.text("investigation");
        try {
            obstacles.investigate(milestone, "OBSTACLE".equals(found), answers.text("investigationText"), task.actor());
            return Map.of("investigation", found);
        } catch (PaymentRefused refused) {
            throw new Rejected("investigation", refused.getMessage());
        }
    }
}
