package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.application.AgentRefusalService;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.Handles;
import se.tidig.form.StartHandler;

/** An officer questions whether the agent is fit for the task (14 § FL). */
@Component
@Handles(
        form = "agent-refusal",
        keys = {"caseReference", "agentGrounds", "agentHeard", "agentHeardText"},
        writes = "agentQuestion",
        stage = CaseStage.RECEIVED)
class AgentRefusalForm implements StartHandler {

    private final OwnBoardCheck ownBoards;
    private final AgentRefusalService refusals;

    AgentRefusalForm(OwnBoardCheck ownBoards, AgentRefusalService refusals) {
        this.ownBoards = ownBoards;
        this.refusals = refusals;
    }

    @Override
    public Started start(Actor actor, Answers answers) {
        var reference = ownBoards.openCase(actor, answers);
        var question =
                refusals.question(reference, answers.text("agentGrounds"), answers.text("agentHeardText"), actor);
        return new Started(
                reference + "-O" + question,
                Map.of(
                        Variable.REFERENCE,
                        reference.value(),
                        Variable.BOARD,
                        reference.board(),
                        "agentQuestion",
                        question));
    }
}
