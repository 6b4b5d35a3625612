package se.tidig.assessment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.assessment.AssessmentService;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Markera ansökan som bedömd",
        reads = Variable.REFERENCE,
        writes = "score",
        tables = "assessment-weights")
class MarkAssessed implements JavaDelegate {

    private final AssessmentService assessing;
    private final CaseRuleSource rules;

    MarkAssessed(AssessmentService assessing, CaseRuleSource rules) {
        this.assessing = assessing;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var score = assessing.conclude(
                Reference.of((String) execution.getVariable(Variable.REFERENCE)), rules.of(execution));
        execution.setVariable("score", score.doubleValue());
    }
}
