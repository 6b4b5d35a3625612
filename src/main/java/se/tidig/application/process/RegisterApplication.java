package se.tidig.application.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.ApplicationFacts;
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.DelayReview;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.eligibility.Facts;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Registrera ansökan",
        reads = Variable.REFERENCE,
        writes = {
            "delayReviewAt",
            "adverse",
            "externalMaterial",
            "decided",
            "decisionKind=GRANT|PARTIAL|REFUSAL|REJECTION|WRITE_OFF",
            "caseOfficer",
            "requestedAmount"
        },
        answersOf = Facts.FORM,
        tables = DelayReview.DECISION)
class RegisterApplication implements JavaDelegate {

    private final ApplicationProgressService progress;
    private final ApplicationFacts routing;
    private final CaseRuleSource rules;
    private final CaseOpening opening;

    RegisterApplication(
            ApplicationProgressService progress, ApplicationFacts routing, CaseRuleSource rules, CaseOpening opening) {
        this.progress = progress;
        this.routing = routing;
        this.rules = rules;
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var application = progress.register(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
        opening.carry(application.reference(), execution);
        var bundle = rules.of(execution);
        execution.setVariables(routing.ofAnswers(application.reference(), bundle));
        execution.setVariables(Map.of(
                "delayReviewAt", progress.delayReviewAt(application, bundle).toString(),
                "adverse", false,
                "externalMaterial", false,
                "decided", false));
        // Tasks beside the handling are offered to all officers until one has taken the case.
        execution.setVariable("caseOfficer", null);
        execution.setVariable("decisionKind", null);
    }
}
