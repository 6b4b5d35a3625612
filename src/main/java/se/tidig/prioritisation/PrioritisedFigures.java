package se.tidig.prioritisation;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures;

/** How many applications of a call were prioritised for a grant, and for how much. */
@Component
class PrioritisedFigures implements CallFigures {

    private final Rankings rankings;

    PrioritisedFigures(Rankings rankings) {
        this.rankings = rankings;
    }

    @Override
    public List<Figure> of(Reference call) {
        return rankings.latest(call).filter(Ranking::isSettled).map(rankings::placements).stream()
                .map(places -> places.stream()
                        .filter(place -> place.kind() == PlacementKind.GRANT || place.kind() == PlacementKind.PARTIAL)
                        .toList())
                .map(places -> new Figure(
                        Stage.PRIORITISED,
                        places.size(),
                        places.stream().map(Placement::proposedAmount).reduce(Sek.ZERO, Sek::plus)))
                .toList();
    }
}
