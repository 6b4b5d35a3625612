package se.tidig.grant;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Rules;
import se.tidig.decision.GrantTerms;
import se.tidig.decision.Terms;

/** Counts the plan and the auditor that a decision states and the grant then lives by. */
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
    public Terms of(Wanted wanted, Rules rules) {
        var auditor = audit.of(wanted.municipal(), wanted.amount(), wanted.day(), rules);
        if (auditor.isProvisional(wanted.day()) && amounts.missing().isPresent()) {
            events.publishEvent(new RuleReviewWanted());
        }
        return new Terms(plan.of(wanted, rules), auditor.audit(), wanted.day(), auditor.priceBaseYear());
    }

    @Override
    public boolean isOutdated(Terms terms) {
        return terms.isProvisional() && amounts.isEntered(terms.countedOn().getYear());
    }
}
