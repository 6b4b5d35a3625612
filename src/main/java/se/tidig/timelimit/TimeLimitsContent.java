package se.tidig.timelimit;

import org.springframework.stereotype.Component;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** Periods in words for forms, mails and letters, as the table gives them today. */
@Component
class TimeLimitsContent implements CaseContent {

    private final TimeLimitsTable limits;

    TimeLimitsContent(TimeLimitsTable limits) {
        this.limits = limits;
    }

    /** Each period like {@code sex månader}. */
    record Times(String decisionDemand, String demandAnswer, String paymentTrace) {}

    @Shows("timeLimits")
    Times times(CaseTask task) {
        return new Times(
                limits.of(Limit.DECISION_DEMAND).words(),
                limits.of(Limit.DEMAND_ANSWER).words(),
                limits.of(Limit.PAYMENT_TRACE).words());
    }
}
