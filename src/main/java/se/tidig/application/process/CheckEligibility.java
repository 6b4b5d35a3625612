package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.application.CompletionTerms;
import se.tidig.application.EligibilityReview;
import se.tidig.bundle.CaseRules;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Kontrollera förutsättningarna",
        reads = Variable.REFERENCE,
        writes = "outcome=REJECT|COMPLETION|INELIGIBLE|REVIEW|ELIGIBLE",
        tables = {EligibilityCheck.DECISION, CompletionTerms.DECISION})
class CheckEligibility implements JavaDelegate {

    private final EligibilityReview review;
    private final CaseRules rules;
    private final TableVersions versions;

    CheckEligibility(EligibilityReview review, CaseRules rules, TableVersions versions) {
        this.review = review;
        this.rules = rules;
        this.versions = versions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable(Variable.REFERENCE);
        var outcome = review.check(reference, rules.of(execution), versions.of(execution, EligibilityCheck.DECISION));
        execution.setVariable("outcome", outcome);
    }
}
