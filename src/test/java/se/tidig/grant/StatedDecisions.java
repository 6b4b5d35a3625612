package se.tidig.grant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import se.tidig.decision.Granted;
import se.tidig.decision.GrantedDecisions;

/** Decisions that a test states; the rest are those of the decision module. */
@Primary
@Component
public class StatedDecisions implements GrantedDecisions {

    private final Map<String, Granted> stated = new LinkedHashMap<>();
    private final ObjectProvider<GrantedDecisions> taken;

    StatedDecisions(ObjectProvider<GrantedDecisions> taken) {
        this.taken = taken;
    }

    public void state(Granted granted) {
        stated.put(granted.reference(), granted);
    }

    public void forget() {
        stated.clear();
    }

    @Override
    public List<String> ofCall(String call) {
        return Stream.concat(
                        stated.values().stream()
                                .filter(granted -> granted.call().equals(call))
                                .map(Granted::reference),
                        others().flatMap(other -> other.ofCall(call).stream()))
                .toList();
    }

    @Override
    public Granted get(String reference) {
        if (stated.containsKey(reference)) {
            return stated.get(reference);
        }
        return others().findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No decision grants " + reference))
                .get(reference);
    }

    private Stream<GrantedDecisions> others() {
        return taken.stream().filter(decisions -> decisions != this);
    }
}
