package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportCheckService;

@Delegate(
        name = "Kontrollera redovisningen mot tabellen report-check",
        reads = Variable.MILESTONE,
        writes = "reportRisk",
        tables = {"report-check", "audit-requirement"})
class CheckReport implements JavaDelegate {

    private final ReportCheckService check;
    private final CaseRuleSource rules;

    CheckReport(ReportCheckService check, CaseRuleSource rules) {
        this.check = check;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var risk =
                check.check(MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)), rules.of(execution));
        execution.setVariable("reportRisk", risk);
    }
}
