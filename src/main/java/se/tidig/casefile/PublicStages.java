package se.tidig.casefile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.bundle.PublicStage;
import se.tidig.casefile.process.CaseProcessReader;
import se.tidig.casefile.process.PublicSteps;
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

    /** The stages that the case has reached, in the order of the description and in the words of the case's bundle. */
    public List<Reached> of(String reference) {
        var entered = steps.of(reference);
        if (entered.isEmpty()) {
            return List.of();
        }
        var open = processes.activeElements(PublicSteps.PROCESS, reference).stream()
                .map(element -> PublicSteps.PROCESS + "#" + element)
                .collect(Collectors.toSet());
        return bundles.of(reference).map(descriptions::of).orElse(List.of()).stream()
                .filter(stage -> touches(stage, entered))
                .map(stage -> new Reached(stage.name(), stage.english(), touches(stage, open)))
                .toList();
    }

    private static boolean touches(PublicStage stage, Set<String> elements) {
        return stage.elements().stream().anyMatch(elements::contains);
    }

    /** @param current whether the case is in the stage now */
    public record Reached(String name, String english, boolean current) {}
}
