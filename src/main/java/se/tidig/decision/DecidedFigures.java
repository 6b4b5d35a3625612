package se.tidig.decision;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures;

/** The plan and the auditor that the decision states and that the grant follows. */
@Component
class DecidedFigures implements CallFigures {

    private static final Set<DecisionKind> REFUSED = Set.of(DecisionKind.REFUSAL, DecisionKind.REJECTION);

    private final Decisions decisions;

    DecidedFigures(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Figure> of(Reference call) {
        var decided = decisions.findByCallOrderByReference(call);
        var granted =
                decided.stream().filter(decision -> decision.kind().isGrant()).toList();
        var refused = decided.stream()
                .filter(decision -> REFUSED.contains(decision.kind()))
                .toList();
        return List.of(
                new Figure(
                        Stage.GRANTED,
                        granted.size(),
                        granted.stream().map(Decision::amount).reduce(Sek.ZERO, Sek::plus)),
                new Figure(
                        Stage.REFUSED,
                        refused.size(),
                        refused.stream().map(Decision::requested).reduce(Sek.ZERO, Sek::plus)));
    }
}
