package se.tidig.decision;

import java.util.List;
import org.springframework.stereotype.Service;
import se.tidig.application.Application;
import se.tidig.application.EligibilityRecords;
import se.tidig.assessment.AssessmentResult;
import se.tidig.assessment.AssessmentResults;
import se.tidig.call.Calls;

/** Gathers the limits that a decision of a case must keep. */
@Service
class BoundsService {

    private final EligibilityRecords checks;
    private final AssessmentResults results;
    private final Calls calls;
    private final Decisions decisions;

    BoundsService(EligibilityRecords checks, AssessmentResults results, Calls calls, Decisions decisions) {
        this.checks = checks;
        this.results = results;
        this.calls = calls;
        this.decisions = decisions;
    }

    /** The frame is only certain under the lock of the call. */
    Bounds of(Application application) {
        var check = checks.get(application.reference());
        return new Bounds(
                application.requestedAmount(),
                check.maxGrant(),
                check.outcome(),
                results.find(application.reference())
                        .map(AssessmentResult::grounds)
                        .orElse(List.of()),
                calls.get(application.call()).frame().minus(decisions.grantedOf(application.call())));
    }
}
