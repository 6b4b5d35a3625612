package se.tidig.prioritisation.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.assessment.Recusals;
import se.tidig.call.Calls;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.prioritisation.Adjustments;
import se.tidig.prioritisation.Placement;
import se.tidig.prioritisation.Rankings;
import se.tidig.prioritisation.Stragglers;

/** What forms show of a call's ranking, and of an application's place in it. */
@Component
@Shows({
    "ranking: rank, reference, applicant, score, requested, maxGrant, proposed, kind, reason",
    "rankingShown: rank, reference, applicant, score, requested, maxGrant, proposed, kind, reason",
    "rankingListed",
    "rankingSummary: kind, count, proposed",
    "frameInfo: frame, proposed, left, version, computedAt",
    "adjustments: at, who, reference, amount, reason",
    "stragglers: reference, applicant, requested, status",
    "stragglersListed",
    "placement: rank, reference, applicant, score, requested, maxGrant, proposed, kind, reason",
    "releaseEarmarks"
})
class RankingContent implements CaseContent {

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

    @Override
    public Object read(String key, CaseTask task) {
        if (key.equals("placement")) {
            return rankings.placement(task.reference())
                    .map(place -> row(place, null))
                    .orElse(null);
        }
        var call = Objects.requireNonNullElse(task.text(Variable.CALL), task.reference());
        return switch (key) {
            case "ranking" -> withheld(rows(call, placements(call)), task.actor());
            case "rankingShown" -> withheld(rows(call, RankingExtract.of(placements(call))), task.actor());
            case "rankingListed" -> RankingExtract.told(placements(call));
            case "rankingSummary" -> RankingExtract.summary(placements(call));
            case "frameInfo" -> frame(call);
            case "adjustments" -> withheld(adjustments(call), task.actor());
            case "stragglers" -> withheld(RankingExtract.first(stragglers.of(call)), task.actor());
            case "stragglersListed" ->
                RankingExtract.toldFirst(stragglers.of(call).size());
            case "releaseEarmarks" ->
                rankings.latest(call).map(ranking -> ranking.earmarksReleased()).orElse(false);
            default -> null;
        };
    }

    private List<Placement> placements(String call) {
        return rankings.latest(call).map(rankings::placements).orElse(List.of());
    }

    private List<Map<String, Object>> rows(String call, List<Placement> placements) {
        var names = stragglers.applicants(call);
        return placements.stream()
                .map(place -> row(place, names.get(place.reference())))
                .toList();
    }

    /** Of a case in which the reader is recused, only that it is there (17 § förvaltningslagen). */
    private List<Map<String, Object>> withheld(List<Map<String, Object>> rows, String reader) {
        var recused = recusals.recusedFrom(reader);
        return rows.stream()
                .map(row -> recused.contains(row.get("reference")) ? withheld(row) : row)
                .toList();
    }

    private static Map<String, Object> withheld(Map<String, Object> row) {
        var empty = new LinkedHashMap<String, Object>(row);
        empty.replaceAll((field, value) -> field.equals("reference") ? value : null);
        empty.put(row.containsKey("reason") ? "reason" : "status", "Visas inte: du har anmält jäv i ärendet.");
        return empty;
    }

    private static Map<String, Object> row(Placement place, String applicant) {
        var row = new LinkedHashMap<String, Object>();
        row.put("rank", place.rank());
        row.put("reference", place.reference());
        row.put("applicant", applicant);
        row.put("score", text(place.score()));
        row.put("requested", place.requested().toString());
        row.put("maxGrant", place.maxGrant().toString());
        row.put("proposed", place.proposedAmount().toString());
        row.put("kind", place.kind().swedishName());
        row.put("reason", place.adjusted() ? "Justerat: " + place.reason() : place.reason());
        return row;
    }

    private static String text(BigDecimal score) {
        return score == null ? null : score.toPlainString().replace('.', ',');
    }

    private Map<String, Object> frame(String call) {
        var ranking = rankings.latest(call).orElse(null);
        if (ranking == null) {
            return null;
        }
        var frame = calls.get(call).frame();
        var proposed = rankings.placements(ranking).stream()
                .map(Placement::proposedAmount)
                .reduce(Sek.ZERO, Sek::plus);
        var info = new LinkedHashMap<String, Object>();
        info.put("frame", frame.toString());
        info.put("proposed", proposed.toString());
        info.put("left", frame.minus(proposed).toString());
        info.put("version", ranking.version());
        info.put("computedAt", SwedishDate.text(ranking.computedAt()));
        return info;
    }

    private List<Map<String, Object>> adjustments(String call) {
        return adjustments.of(call).stream()
                .map(adjustment -> ordered(
                        "at", SwedishDate.text(adjustment.at()),
                        "who", staff.nameOf(adjustment.actor()),
                        "reference", adjustment.reference(),
                        "amount",
                                adjustment.amount() == null
                                        ? "justeringen togs bort"
                                        : adjustment.amount().toString(),
                        "reason", adjustment.reason()))
                .toList();
    }

    /** A row whose fields are shown in this order. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
