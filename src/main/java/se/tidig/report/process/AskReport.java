package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportIntakeService;

@Delegate(
        name = "Fråga om redovisningen har kommit, och när nästa påminnelse ska gå",
        reads = Variable.MILESTONE,
        writes = {"reportSubmitted", "reminderAt"},
        tables = "reminder-schedule")
class AskReport implements JavaDelegate {

    private final ReportIntakeService intake;
    private final CaseRuleSource rules;

    AskReport(ReportIntakeService intake, CaseRuleSource rules) {
        this.intake = intake;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var wait = intake.ask(MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)), rules.of(execution));
        execution.setVariable("reportSubmitted", wait.submitted());
        execution.setVariable(
                "reminderAt", wait.next() == null ? null : wait.next().toString());
    }
}
