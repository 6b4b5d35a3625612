package se.tidig.grant;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import se.tidig.bundle.RuleSet;
import se.tidig.decision.GrantTerms;
import se.tidig.decision.Terms;

/** Computes the plan and the auditor that a decision states and that the grant follows. */
@Service
class GrantTermsService implements GrantTerms {

    private final PaymentPlanTable plan;
    private final AuditRequirementTable audit;
    private final YearlyAmountService amounts;
    private final ApplicationEventPublisher events;

    GrantTermsService(
            PaymentPlanTable plan,
            AuditRequirementTable audit,
            YearlyAmountService amounts,
            ApplicationEventPublisher events) {
        this.amounts = amounts;
        this.events = events;
        this.plan = plan;
        this.audit = audit;
    }

    @Override
    public Terms of(Wanted wanted, RuleSet rules) {
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
