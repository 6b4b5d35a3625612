package se.tidig.casefile.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.PublicStage;

/** The public stages that each deployment of the bundle describes. */
@Component
public class StageDescriptionReader {

    private final CaseProcessReader processes;

    /** A deployment never changes. */
    private final Map<String, List<PublicStage>> read = new ConcurrentHashMap<>();

    StageDescriptionReader(CaseProcessReader processes) {
        this.processes = processes;
    }

    /** In the order of the description; empty if the deployment has no description. */
    public List<PublicStage> of(String deployment) {
        var known = read.get(deployment);
        if (known == null) {
            var text = processes.file(deployment, Bundle.DESCRIPTION);
            known = text == null
                    ? List.of()
                    : PublicStage.of(new Bundle(Map.of(Bundle.DESCRIPTION, text.getBytes(StandardCharsets.UTF_8))));
            read.put(deployment, known);
        }
        return known;
    }
}
