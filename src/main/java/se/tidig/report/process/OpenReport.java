package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportIntake;

@Delegate(name = "Börja vänta på redovisningen", reads = Variable.MILESTONE)
class OpenReport implements JavaDelegate {

    private final ReportIntake intake;

    OpenReport(ReportIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.await((String) execution.getVariable(Variable.MILESTONE));
    }
}
