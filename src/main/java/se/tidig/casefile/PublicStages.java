package se.tidig.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.bundle.PublicStage;
import se.tidig.casefile.process.CaseProcessReader;
import se.tidig.casefile.process.PublicSteps;
import se.tidig.casefile.process.PublicSteps.Entered;
import se.tidig.casefile.process.StageDescriptionReader;
import se.tidig.engine.CaseBundles;

/** The stages of a case that applicants are shown, as the case's bundle describes them. */
@Component
public class PublicStages {

    private final PublicSteps steps;
    private final StageDescriptionReader descriptions;
    private final CaseProcessReader processes;
    private final CaseBundles bundles;

    PublicStages(
            PublicSteps steps, StageDescriptionReader descriptions, CaseProcessReader processes, CaseBundles bundles) {
        this.steps = steps;
        this.descriptions = descriptions;
        this.processes = processes;
        this.bundles = bundles;
    }

    /** Where a case is in relation to a stage. */
    public enum State {
        DONE,
        NOW,
        NEXT
    }

    /**
     * A stage that a case has reached, or will reach.
     *
     * @param from when it was first reached; for the present one, when it was last reached; null if it is not reached or
     *     the time is not known
     * @param optional whether only some cases come to it
     * @param beside whether it runs in parallel and has no place in the order of the others
     * @param process the process that it belongs to; the stages of application and grant form two separate lines
     */
    public record Stage(
            String name, String english, State state, Instant from, boolean optional, boolean beside, String process) {

        /** The day of {@link #from} in Sweden; null if the time is not known. */
        public LocalDate day() {
            return from == null ? null : SwedishDate.on(from);
        }

        public boolean isNow() {
            return state == State.NOW;
        }
    }

    /**
     * The stages of the case in the order of the description and in the words of the case's bundle: those that it has
     * reached, and those that follow in a process that has begun. A stage that the case has passed by is left out.
     */
    public List<Stage> of(Reference reference) {
        var entered = steps.of(reference);
        if (entered.isEmpty()) {
            return List.of();
        }
        var open = processes.activeElements(reference.value());
        var described = bundles.of(reference).map(descriptions::of).orElse(List.of());
        var furthest = furthest(described, entered);
        var shown = new ArrayList<Stage>();
        for (var place = 0; place < described.size(); place++) {
            var stage = described.get(place);
            if (touches(stage, open)) {
                shown.add(at(stage, State.NOW, latest(stage, entered, open)));
            } else if (!stage.beside() && touches(stage, entered.keySet())) {
                shown.add(at(stage, State.DONE, first(stage, entered)));
            } else if (!stage.beside() && place > furthest.getOrDefault(stage.process(), Integer.MAX_VALUE)) {
                shown.add(at(stage, State.NEXT, null));
            }
        }
        return shown;
    }

    /** The place of the last stage that has been reached, by process. */
    private static Map<String, Integer> furthest(List<PublicStage> described, Map<String, Entered> entered) {
        var furthest = new HashMap<String, Integer>();
        for (var place = 0; place < described.size(); place++) {
            var stage = described.get(place);
            if (!stage.beside() && touches(stage, entered.keySet())) {
                furthest.put(stage.process(), place);
            }
        }
        return furthest;
    }

    private static Stage at(PublicStage stage, State state, Instant from) {
        return new Stage(stage.name(), stage.english(), state, from, stage.optional(), stage.beside(), stage.process());
    }

    private static boolean touches(PublicStage stage, Set<String> elements) {
        return stage.elements().stream().anyMatch(elements::contains);
    }

    private static Instant first(PublicStage stage, Map<String, Entered> entered) {
        return stage.elements().stream()
                .map(entered::get)
                .filter(Objects::nonNull)
                .map(Entered::first)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant latest(PublicStage stage, Map<String, Entered> entered, Set<String> open) {
        return stage.elements().stream()
                .filter(open::contains)
                .map(entered::get)
                .filter(Objects::nonNull)
                .map(Entered::latest)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
