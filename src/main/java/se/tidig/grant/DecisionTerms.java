package se.tidig.grant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.bundle.Rules;
import se.tidig.decision.GrantTerms;
import se.tidig.decision.Granted;

/** Says in the decision what the grant will then live by: the plan of payments and the auditor. */
@Component
class DecisionTerms implements GrantTerms {

    private final PaymentPlan plan;
    private final AuditRequirement audit;
    private final YearlyAmounts amounts;
    private final ApplicationEventPublisher events;

    DecisionTerms(PaymentPlan plan, AuditRequirement audit, YearlyAmounts amounts, ApplicationEventPublisher events) {
        this.amounts = amounts;
        this.events = events;
        this.plan = plan;
        this.audit = audit;
    }

    @Override
    public Stated of(Granted granted, Rules rules) {
        var auditor = audit.of(granted.municipal(), granted.amount(), granted.decidedOn(), rules);
        if (auditor.isProvisional(granted.decidedOn()) && amounts.missing().isPresent()) {
            events.publishEvent(new RuleReviewWanted());
        }
        return new Stated(payments(granted, rules), auditor.audit().swedish());
    }

    private List<String> payments(Granted granted, Rules rules) {
        var sentences = new ArrayList<String>();
        var afterReport = false;
        var milestones = plan.of(granted, rules).stream()
                .sorted(Comparator.comparing(Milestone::number))
                .toList();
        for (var milestone : milestones) {
            if (milestone.kind().isReport()) {
                afterReport = true;
            } else {
                sentences.add("%s, tidigast %s%s"
                        .formatted(
                                milestone.amount(),
                                SwedishDate.text(milestone.due()),
                                afterReport ? " och när redovisningen dessförinnan är godkänd" : ""));
            }
        }
        return sentences;
    }
}
