package se.tidig.application.process;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.AgentRefusal;
import se.tidig.application.AgentRefusalService;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The question about an agent that the process handles, and its decision; absent in other processes. */
@Component
class AgentRefusalContent implements CaseContent {

    private final AgentRefusalService refusals;
    private final StaffRegister staff;

    AgentRefusalContent(AgentRefusalService refusals, StaffRegister staff) {
        this.refusals = refusals;
        this.staff = staff;
    }

    record Question(
            String name,
            String email,
            String grounds,
            String heard,
            String proposer,
            String reasons,
            String dissent,
            String decider,
            LocalDate date) {}

    @Shows("agentRefusal")
    Optional<Question> question(CaseTask task) {
        return task.variables().get("agentQuestion") instanceof Number id
                ? Optional.of(shown(refusals.get(id.longValue())))
                : Optional.empty();
    }

    private Question shown(AgentRefusal refusal) {
        var outcome = Optional.ofNullable(refusal.outcome());
        return new Question(
                refusal.agentName(),
                refusal.agentEmail(),
                refusal.grounds(),
                refusal.heard(),
                staff.nameOf(refusal.proposedBy()),
                outcome.map(AgentRefusal.Outcome::reasons).orElse(null),
                outcome.map(AgentRefusal.Outcome::dissent).orElse(null),
                outcome.map(decided -> staff.nameOf(decided.decidedBy())).orElse(null),
                outcome.map(decided -> SwedishDate.on(decided.decidedAt())).orElse(null));
    }
}
