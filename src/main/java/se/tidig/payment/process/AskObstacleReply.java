package se.tidig.payment.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.payment.ObstacleService;

@Delegate(
        name = "Fråga om bidragsmottagaren har yttrat sig om hindret mot utbetalning",
        reads = Variable.MILESTONE,
        writes = {"obstacleReplied", "obstacleReplyDeadline"})
class AskObstacleReply implements JavaDelegate {

    private final ObstacleService obstacles;

    AskObstacleReply(ObstacleService obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answer = obstacles.askReply(MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)));
        execution.setVariable("obstacleReplied", answer.isReceived());
        execution.setVariable("obstacleReplyDeadline", Objects.toString(answer.deadline(), null));
    }
}
