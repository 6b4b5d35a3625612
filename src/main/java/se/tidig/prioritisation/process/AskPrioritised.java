package se.tidig.prioritisation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.prioritisation.PlacementService;

@Delegate(
        name = "Fråga om ansökan är prioriterad",
        reads = {Variable.REFERENCE, Variable.CALL},
        writes = {"prioritised", "adverse"},
        tables = "prioritisation")
class AskPrioritised implements JavaDelegate {

    private final PlacementService placing;
    private final CaseRuleSource rules;

    AskPrioritised(PlacementService placing, CaseRuleSource rules) {
        this.placing = placing;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var placement = placing.place(
                Reference.of((String) execution.getVariable(Variable.REFERENCE)),
                Reference.of((String) execution.getVariable(Variable.CALL)),
                rules.of(execution));
        execution.setVariable("prioritised", placement.isPresent());
        placement.ifPresent(place -> execution.setVariable("adverse", place.isAdverse()));
    }
}
