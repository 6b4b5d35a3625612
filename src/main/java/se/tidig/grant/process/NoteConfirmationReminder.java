package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.GrantConfirmationService;

@Delegate(
        name = "Avgör vilken påminnelse om bekräftelse som är aktuell",
        reads = Variable.REFERENCE,
        writes = "reminderStep=NONE|REMIND|OVERDUE|ESCALATE",
        tables = "reminder-schedule")
class NoteConfirmationReminder implements JavaDelegate {

    private final GrantConfirmationService confirmation;
    private final CaseRuleSource rules;

    NoteConfirmationReminder(GrantConfirmationService confirmation, CaseRuleSource rules) {
        this.confirmation = confirmation;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answer = confirmation.fallDue(
                Reference.of((String) execution.getVariable(Variable.REFERENCE)), rules.of(execution));
        execution.setVariable("reminderStep", answer.stepName());
    }
}
