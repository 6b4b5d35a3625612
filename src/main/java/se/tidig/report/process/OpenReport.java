package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportIntakeService;

@Delegate(name = "Börja vänta på redovisningen", reads = Variable.MILESTONE, tables = "audit-requirement")
class OpenReport implements JavaDelegate {

    private final ReportIntakeService intake;
    private final CaseRuleSource rules;

    OpenReport(ReportIntakeService intake, CaseRuleSource rules) {
        this.intake = intake;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.await(MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)), rules.of(execution));
    }
}
