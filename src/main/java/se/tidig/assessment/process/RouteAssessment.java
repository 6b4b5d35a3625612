package se.tidig.assessment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.assessment.AssessmentService;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Välj fortsatt bedömning",
        reads = Variable.REFERENCE,
        writes = "assessmentRoute=SECOND|RECONCILE|DONE",
        tables = {"assessment-weights", "assessment-routing"})
class RouteAssessment implements JavaDelegate {

    private final AssessmentService assessing;
    private final CaseRuleSource rules;

    RouteAssessment(AssessmentService assessing, CaseRuleSource rules) {
        this.assessing = assessing;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        execution.setVariable("assessmentRoute", assessing.route(reference, rules.of(execution)));
    }
}
