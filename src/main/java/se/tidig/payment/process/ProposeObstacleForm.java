package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.payment.ObstacleService;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacle.Proposal;
import se.tidig.payment.PaymentRefused;

/** An officer proposes a decision on an obstacle to payment (15 b §). */
@Component
@Handles(
        form = "propose-obstacle",
        keys = {"obstacleProposal=WHOLE|PART|RELEASE", "withheldAmount", "obstacleReasons", "obstacleParagraphs"})
class ProposeObstacleForm implements FormHandler {

    private final ObstacleService obstacles;

    ProposeObstacleForm(ObstacleService obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        var proposal = new Proposal(
                Kind.valueOf(answers.text("obstacleProposal")),
                answers.money("withheldAmount").orElse(Sek.ZERO),
                answers.text("obstacleReasons"),
                String.join("; ", answers.choices("obstacleParagraphs")));
        try {
            obstacles.propose(milestone, proposal, task.actor());
            return Map.of();
        } catch (PaymentRefused refused) {
            throw new Rejected("withheldAmount", refused.getMessage());
        }
    }
}
