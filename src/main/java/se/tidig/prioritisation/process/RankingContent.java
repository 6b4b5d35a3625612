package se.tidig.prioritisation.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.assessment.Recusals;
import se.tidig.call.Calls;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;
import se.tidig.prioritisation.Adjustments;
import se.tidig.prioritisation.Placement;
import se.tidig.prioritisation.Ranking;
import se.tidig.prioritisation.Rankings;
import se.tidig.prioritisation.Stragglers;
import se.tidig.prioritisation.Stragglers.Straggler;

/** A call's ranking, and an application's place in it, as forms show them. */
@Component
class RankingContent implements CaseContent {

    /** What a person reads in place of a case in which they are recused (17 § förvaltningslagen). */
    private static final String WITHHELD = "Visas inte: du har anmält jäv i ärendet.";

    private final Calls calls;
    private final Rankings rankings;
    private final Adjustments adjustments;
    private final Stragglers stragglers;
    private final Recusals recusals;
    private final StaffRegister staff;

    RankingContent(
            Calls calls,
            Rankings rankings,
            Adjustments adjustments,
            Stragglers stragglers,
            Recusals recusals,
            StaffRegister staff) {
        this.calls = calls;
        this.rankings = rankings;
        this.adjustments = adjustments;
        this.stragglers = stragglers;
        this.recusals = recusals;
        this.staff = staff;
    }

    record Place(
            Integer rank,
            Reference reference,
            String applicant,
            String score,
            Sek requested,
            Sek maxGrant,
            Sek proposed,
            String kind,
            String reason) {

        Place withheld() {
            return new Place(null, reference, null, null, null, null, null, null, WITHHELD);
        }
    }

    record FrameInfo(Sek frame, Sek proposed, Sek left, int version, Instant computedAt) {}

    record Adjusted(Instant at, String who, Reference reference, String amount, String reason) {

        Adjusted withheld() {
            return new Adjusted(null, null, reference, null, WITHHELD);
        }
    }

    @Shows("placement")
    Optional<Place> placement(CaseTask task) {
        return rankings.placement(task.reference()).map(place -> shown(place, null));
    }

    @Shows("ranking")
    List<Place> ranking(CaseTask task) {
        return shown(placements(task), task);
    }

    @Shows("rankingShown")
    List<Place> rankingShown(CaseTask task) {
        return shown(RankingExtract.of(placements(task)), task);
    }

    @Shows("rankingExtent")
    RankingExtract.Extent rankingExtent(CaseTask task) {
        return RankingExtract.extent(placements(task));
    }

    /** For forms of earlier bundles. */
    @Shows("rankingListed")
    String rankingListed(CaseTask task) {
        return EarlierExtentTexts.ranking(rankingExtent(task));
    }

    @Shows("rankingSummary")
    List<RankingExtract.KindSum> rankingSummary(CaseTask task) {
        return RankingExtract.summary(placements(task));
    }

    @Shows("frameInfo")
    Optional<FrameInfo> frameInfo(CaseTask task) {
        return rankings.latest(call(task)).map(ranking -> {
            var frame = calls.get(call(task)).frame();
            var proposed = rankings.placements(ranking).stream()
                    .map(Placement::proposedAmount)
                    .reduce(Sek.ZERO, Sek::plus);
            return new FrameInfo(frame, proposed, frame.minus(proposed), ranking.version(), ranking.computedAt());
        });
    }

    @Shows("adjustments")
    List<Adjusted> adjustments(CaseTask task) {
        var recused = recusals.recusedFrom(task.actor());
        return adjustments.of(call(task)).stream()
                .map(adjustment -> new Adjusted(
                        adjustment.at(),
                        staff.nameOf(adjustment.actor()),
                        adjustment.reference(),
                        adjustment.amount() == null
                                ? "justeringen togs bort"
                                : adjustment.amount().toString(),
                        adjustment.reason()))
                .map(row -> recused.contains(row.reference()) ? row.withheld() : row)
                .toList();
    }

    @Shows("stragglers")
    List<Straggler> stragglers(CaseTask task) {
        var recused = recusals.recusedFrom(task.actor());
        return RankingExtract.first(stragglers.of(call(task))).stream()
                .map(row ->
                        recused.contains(row.reference()) ? new Straggler(row.reference(), null, null, WITHHELD) : row)
                .toList();
    }

    @Shows("stragglersExtent")
    RankingExtract.Extent stragglersExtent(CaseTask task) {
        return RankingExtract.extentOfFirst(stragglers.of(call(task)).size());
    }

    /** For forms of earlier bundles. */
    @Shows("stragglersListed")
    String stragglersListed(CaseTask task) {
        return EarlierExtentTexts.stragglers(stragglersExtent(task));
    }

    @Fills("releaseEarmarks")
    boolean releaseEarmarks(CaseTask task) {
        return rankings.latest(call(task)).map(Ranking::earmarksReleased).orElse(false);
    }

    private static Reference call(CaseTask task) {
        return Objects.requireNonNullElse(Reference.of(task.text(Variable.CALL)), task.reference());
    }

    private List<Placement> placements(CaseTask task) {
        return rankings.latest(call(task)).map(rankings::placements).orElse(List.of());
    }

    private List<Place> shown(List<Placement> placements, CaseTask task) {
        var names = stragglers.applicants(call(task));
        var recused = recusals.recusedFrom(task.actor());
        return placements.stream()
                .map(place -> shown(place, names.get(place.reference())))
                .map(row -> recused.contains(row.reference()) ? row.withheld() : row)
                .toList();
    }

    private static Place shown(Placement place, String applicant) {
        return new Place(
                place.rank(),
                place.reference(),
                applicant,
                place.score() == null ? null : place.score().toPlainString().replace('.', ','),
                place.requested(),
                place.maxGrant(),
                place.proposedAmount(),
                place.kind().swedishName(),
                place.adjusted() ? "Justerat: " + place.reason() : place.reason());
    }
}
