package se.tidig.bundle;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** A bundle that is neither deployed nor started with; its message is the findings, one a line. */
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
