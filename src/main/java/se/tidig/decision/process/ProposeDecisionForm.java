package se.tidig.decision.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.application.ApplicationFacts;
import se.tidig.application.Applications;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.Proposal.Draft;
import se.tidig.decision.ProposalService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Föreslå beslut*. */
@Component
@Handles(
        form = "propose-decision",
        keys = {
            "proposedKind=GRANT|PARTIAL|REFUSAL|REJECTION",
            "proposedAmount",
            "proposedReasons",
            "proposedParagraphs",
            "proposedConditions",
            "proposedFindingsReason",
            "unheardMaterial=yes|no"
        },
        writes = {
            "decisionKind=GRANT|PARTIAL|REFUSAL|REJECTION|WRITE_OFF",
            "decisionAmount",
            "requestedAmount",
            "adverse",
            "externalMaterial"
        },
        together = "decisionKind=REFUSAL|REJECTION|WRITE_OFF -> decisionAmount=0")
class ProposeDecisionForm implements FormHandler {

    private final ProposalService proposing;
    private final Applications applications;
    private final CaseRuleSource rules;

    ProposeDecisionForm(ProposalService proposing, Applications applications, CaseRuleSource rules) {
        this.applications = applications;
        this.proposing = proposing;
        this.rules = rules;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var kind = DecisionKind.valueOf(answers.text("proposedKind"));
        var draft = new Draft(
                kind,
                kind.isGrant() ? answers.money("proposedAmount").orElse(Sek.ZERO) : Sek.ZERO,
                answers.text("proposedReasons"),
                answers.choices("proposedParagraphs"),
                kind.isGrant() ? lines(answers.text("proposedConditions")) : List.of(),
                answers.text("proposedFindingsReason"));
        proposing.propose(task.reference(), task.actor(), draft, rules.ofInstance(task.processInstance()));
        return Map.of(
                "decisionKind",
                kind.name(),
                "decisionAmount",
                ApplicationFacts.wholeKronor(draft.amount()),
                "requestedAmount",
                ApplicationFacts.wholeKronor(applications.get(task.reference()).requestedAmount()),
                "adverse",
                kind != DecisionKind.GRANT,
                "externalMaterial",
                "yes".equals(answers.text("unheardMaterial")) || "true".equals(task.text("externalMaterial")));
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
