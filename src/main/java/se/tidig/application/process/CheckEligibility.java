package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.ApplicationFacts;
import se.tidig.application.CommunicationService;
import se.tidig.application.CompletionTerms;
import se.tidig.application.EligibilityReviewService;
import se.tidig.application.FindingKindsTable;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.Facts;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Kontrollera förutsättningarna",
        reads = Variable.REFERENCE,
        writes = {
            "outcome=REJECT|COMPLETION|INELIGIBLE|REVIEW|ELIGIBLE",
            "requestedAmount",
            "maxGrant",
            "eligibleCost",
            "finding_*",
            "externalMaterial"
        },
        answersOf = Facts.FORM,
        tables = {EligibilityCheck.DECISION, CompletionTerms.DECISION, FindingKindsTable.DECISION})
class CheckEligibility implements JavaDelegate {

    private final EligibilityReviewService review;
    private final ApplicationFacts routing;
    private final CommunicationService communication;
    private final CaseRuleSource rules;
    private final TableVersionReader versions;

    CheckEligibility(
            EligibilityReviewService review,
            ApplicationFacts routing,
            CommunicationService communication,
            CaseRuleSource rules,
            TableVersionReader versions) {
        this.review = review;
        this.routing = routing;
        this.communication = communication;
        this.rules = rules;
        this.versions = versions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        var bundle = rules.of(execution);
        var outcome = review.check(reference, bundle, versions.of(execution, EligibilityCheck.DECISION));
        execution.setVariables(routing.ofCheck(reference, bundle));
        execution.setVariable("outcome", outcome);
        if (communication.isOwed(reference)) {
            execution.setVariable("externalMaterial", true);
        }
    }
}
