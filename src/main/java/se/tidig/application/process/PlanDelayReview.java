package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.DelayReview;
import se.tidig.application.TimelinessService;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Bestäm nästa bedömning av försening",
        reads = Variable.REFERENCE,
        writes = "delayReviewAt",
        tables = DelayReview.DECISION)
class PlanDelayReview implements JavaDelegate {

    private final TimelinessService timeliness;
    private final CaseRuleSource rules;

    PlanDelayReview(TimelinessService timeliness, CaseRuleSource rules) {
        this.timeliness = timeliness;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        execution.setVariable(
                "delayReviewAt",
                timeliness.nextDelayReview(reference, rules.of(execution)).toString());
    }
}
