package se.tidig.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Applications;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.CaseStage;
import se.tidig.engine.KnowsOfCase;

/** The weighted score of a case, 0–100, as models read it; null if the case is not assessed. */
@Component
@Order(CaseFacts.RECORDS)
@KnowsOfCase(since = CaseStage.ASSESSED, names = AssessmentFacts.SCORE)
class AssessmentFacts implements CaseFacts {

    static final String SCORE = "score";

    private final Applications applications;
    private final AssessmentResults results;

    AssessmentFacts(Applications applications, AssessmentResults results) {
        this.applications = applications;
        this.results = results;
    }

    @Override
    public Optional<Fact> find(Reference reference, String name) {
        return name.equals(SCORE)
                ? applications.find(reference).map(application -> new Fact(score(reference), false))
                : Optional.empty();
    }

    private BigDecimal score(Reference reference) {
        return results.find(reference).map(AssessmentResult::score).orElse(null);
    }
}
