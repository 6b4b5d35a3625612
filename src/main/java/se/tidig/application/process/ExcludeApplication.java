package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.ApplicationProgressService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(name = "Undanta ansökan från prioriteringen", reads = Variable.REFERENCE, writes = "adverse")
class ExcludeApplication implements JavaDelegate {

    private final ApplicationProgressService progress;

    ExcludeApplication(ApplicationProgressService progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        progress.exclude(reference);
        execution.setVariable("adverse", true);
    }
}
