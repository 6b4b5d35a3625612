package se.tidig.decision;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.call.CallFigures;

/** How many applications of a call were granted, and how much. */
@Component
class GrantedFigures implements CallFigures {

    private final GrantedDecisions decisions;

    GrantedFigures(GrantedDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Figure> of(String call) {
        var granted = decisions.ofCall(call).stream().map(decisions::get).toList();
        return List.of(new Figure(
                Stage.GRANTED,
                granted.size(),
                granted.stream().map(Granted::amount).reduce(Sek.ZERO, Sek::plus)));
    }
}
