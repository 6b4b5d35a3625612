package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportIntakeService;

@Delegate(
        name = "Avgör vilken påminnelse om redovisning som är aktuell",
        reads = Variable.MILESTONE,
        writes = "reminderStep=NONE|REMIND|OVERDUE|ESCALATE",
        tables = "reminder-schedule")
class NoteReportReminder implements JavaDelegate {

    private final ReportIntakeService intake;
    private final CaseRuleSource rules;

    NoteReportReminder(ReportIntakeService intake, CaseRuleSource rules) {
        this.intake = intake;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var wait = intake.fallDue(
                MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)), rules.of(execution));
        execution.setVariable("reminderStep", wait.stepName());
    }
}
