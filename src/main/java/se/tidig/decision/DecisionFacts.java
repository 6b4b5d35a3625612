package se.tidig.decision;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.ApplicationFacts;
import se.tidig.application.Applications;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.CaseStage;
import se.tidig.engine.KnowsOfCase;

/**
 * The decision as models read it: the kind, and the amount in whole kronor, rounded up; null until the case is
 * decided.
 */
@Component
@Order(CaseFacts.RECORDS)
@KnowsOfCase(
        since = CaseStage.DECIDED,
        names = {DecisionFacts.KIND + "=GRANT|PARTIAL|REFUSAL|REJECTION|WRITE_OFF", DecisionFacts.AMOUNT})
class DecisionFacts implements CaseFacts {

    static final String KIND = "decisionKind";
    static final String AMOUNT = "decisionAmount";

    private final Applications applications;
    private final Decisions decisions;

    DecisionFacts(Applications applications, Decisions decisions) {
        this.applications = applications;
        this.decisions = decisions;
    }

    @Override
    public Optional<Fact> find(Reference reference, String name) {
        return switch (name) {
            case KIND -> fact(reference, decision -> decision.kind().name());
            case AMOUNT -> fact(reference, decision -> ApplicationFacts.wholeKronor(decision.amount()));
            default -> Optional.empty();
        };
    }

    private Optional<Fact> fact(Reference reference, Function<Decision, Object> told) {
        return applications
                .find(reference)
                .map(application ->
                        new Fact(decisions.latest(reference).map(told).orElse(null), false));
    }
}
