package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.AgentRefusalService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Besluta om ombudet får medverka* (14 § FL). */
@Component
@Handles(
        form = "decide-agent",
        keys = {"agentDecision=REFUSE|KEEP", "agentReasons", "agentDissent"},
        writes = "agentDecision=REFUSE|KEEP")
class DecideAgentForm implements FormHandler {

    private final AgentRefusalService refusals;

    DecideAgentForm(AgentRefusalService refusals) {
        this.refusals = refusals;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var decision = answers.text("agentDecision");
        refusals.decide(
                ((Number) task.variables().get("agentQuestion")).longValue(),
                "REFUSE".equals(decision),
                answers.text("agentReasons"),
                answers.text("agentDissent"),
                task.actor());
        return Map.of("agentDecision", decision);
    }
}
