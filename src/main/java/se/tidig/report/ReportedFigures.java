package se.tidig.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures;
import se.tidig.decision.StepKind;
import se.tidig.form.Answers;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;

/**
 * How many final reports of a call are accepted, the used money according to them, and the number of women and men
 * that took part, if the reports tell; empty before the first.
 */
@Component
class ReportedFigures implements CallFigures {

    private final Grants grants;
    private final Reports reports;
    private final ReportArchive archive;

    ReportedFigures(Grants grants, Reports reports, ReportArchive archive) {
        this.grants = grants;
        this.reports = reports;
        this.archive = archive;
    }

    @Override
    public List<Figure> of(Reference call) {
        var accepted = grants.findByCallOrderByReference(call).stream()
                .flatMap(grant -> grant.milestones().stream()
                        .filter(step -> step.kind() == StepKind.FINAL_REPORT)
                        .filter(step -> step.status() == Milestone.Status.ACCEPTED)
                        .map(step -> accepted(grant, step)))
                .toList();
        var figures = new ArrayList<Figure>();
        if (!accepted.isEmpty()) {
            figures.add(new Figure(
                    Stage.REPORTED,
                    accepted.size(),
                    accepted.stream().map(Accepted::used).reduce(Sek.ZERO, Sek::plus)));
            figures.addAll(persons(Stage.WOMEN, "participantsWomen", accepted));
            figures.addAll(persons(Stage.MEN, "participantsMen", accepted));
        }
        return figures;
    }

    private Accepted accepted(Grant grant, Milestone step) {
        var unused = Objects.requireNonNullElse(reports.get(step.key()).unused(), Sek.ZERO);
        var summary = new ReportSummary(archive.latest(step.key()).orElseGet(() -> new Answers(Map.of())));
        return new Accepted(grant.paid().minus(unused), summary);
    }

    private static List<Figure> persons(Stage stage, String key, List<Accepted> accepted) {
        var told = accepted.stream()
                .flatMapToLong(report -> report.summary().persons(key).stream())
                .toArray();
        return told.length == 0
                ? List.of()
                : List.of(new Figure(stage, Arrays.stream(told).sum(), null));
    }

    /** The used sum, SEK, and the report as it came. */
    private record Accepted(Sek used, ReportSummary summary) {}
}
