package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportIntakeService;

@Delegate(
        name = "Fråga om den kompletterade redovisningen har kommit",
        reads = Variable.MILESTONE,
        writes = "reportCompleted")
class AskReportCompleted implements JavaDelegate {

    private final ReportIntakeService intake;

    AskReportCompleted(ReportIntakeService intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("reportCompleted", intake.completed(MilestoneKey.of((String)
                execution.getVariable(Variable.MILESTONE))));
    }
}
