package se.tidig.prioritisation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.prioritisation.PrioritisationService;

@Delegate(name = "Beräkna prioriteringen", reads = Variable.REFERENCE, tables = "prioritisation")
class ComputePrioritisation implements JavaDelegate {

    private final PrioritisationService prioritisation;
    private final CaseRuleSource rules;

    ComputePrioritisation(PrioritisationService prioritisation, CaseRuleSource rules) {
        this.prioritisation = prioritisation;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        prioritisation.compute(Reference.of((String) execution.getVariable(Variable.REFERENCE)), rules.of(execution));
    }
}
