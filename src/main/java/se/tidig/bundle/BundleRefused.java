package se.tidig.bundle;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * The bundle has errors, so it is neither deployed nor started with. The message lists the findings, one on each line.
 */
public class BundleRefused extends BadUserRequestException {

    private final transient List<ModelFinding> findings;

    public BundleRefused(List<ModelFinding> findings) {
        super(findings.stream().map(ModelFinding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<ModelFinding> findings() {
        return findings;
    }
}
