package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.GrantConfirmationService;

@Delegate(
        name = "Fråga om bidragsmottagaren har svarat, och när nästa påminnelse ska gå",
        reads = Variable.REFERENCE,
        writes = {"confirmation=AWAITED|CONFIRMED|DECLINED", "reminderAt"},
        tables = "reminder-schedule")
class AskConfirmed implements JavaDelegate {

    private final GrantConfirmationService confirmation;
    private final CaseRuleSource rules;

    AskConfirmed(GrantConfirmationService confirmation, CaseRuleSource rules) {
        this.confirmation = confirmation;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answer =
                confirmation.ask(Reference.of((String) execution.getVariable(Variable.REFERENCE)), rules.of(execution));
        execution.setVariable("confirmation", answer.answer());
        execution.setVariable(
                "reminderAt", answer.next() == null ? null : answer.next().toString());
    }
}
