package se.tidig.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.tidig.Actor;
import se.tidig.SwedishDate;
import se.tidig.organisation.OrganisationNumber;

/**
 * The condition of a selection, for one viewer. The first two lines decide which cases the person sees at all; every
 * query of the register has them.
 */
final class CaseQuery {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** What PostgreSQL's search syntax reads as operators. */
    private static final Pattern OPERATORS = Pattern.compile("[\"]|(^|\\s)-|(?i)\\bor\\b");

    private final StringBuilder condition = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private CaseQuery() {}

    static CaseQuery of(CaseSelection selection, Viewer viewer, LocalDate today) {
        var query = new CaseQuery();
        query.sees(viewer);
        query.words(selection.words());
        query.whose(selection, viewer);
        query.when(
                "c.call = :call",
                "call",
                selection.call() == null ? null : selection.call().value());
        query.when("c.board = :board", "board", selection.board());
        query.when(
                "c.kinds @> array[:kind]::text[]",
                "kind",
                selection.kind() == null ? null : selection.kind().column());
        query.when("c.stage = :stage", "stage", selection.stage());
        query.when("c.officer = :officer", "officer", Actor.text(selection.officer()));
        query.when("c.requested >= :least", "least", selection.least());
        query.when("c.requested <= :most", "most", selection.most());
        query.when("c.received_at >= :from", "from", start(selection.from()));
        query.when(
                "c.received_at < :to",
                "to",
                selection.to() == null ? null : start(selection.to().plusDays(1)));
        query.parameters.put("today", today);
        if (selection.late()) {
            query.and("c.rank = 0 and c.due < :today");
        }
        if (selection.ended()) {
            query.and("c.rank = 2");
        }
        if (selection.untaken()) {
            query.and("c.officer = '' and c.kind <> 'call'");
        }
        return query;
    }

    private void sees(Viewer viewer) {
        // One board is compared, not searched in a list: only then an index gives the rows in their order.
        if (viewer.boards().size() == 1) {
            condition.append("c.board = :own");
            parameters.put("own", viewer.boards().iterator().next());
        } else {
            condition.append("c.board = any (cast(:own as text[]))");
            parameters.put("own", viewer.boards().toArray(String[]::new));
        }
        if (!viewer.recused().isEmpty()) {
            and("c.reference <> all (cast(:recused as text[]))");
            parameters.put("recused", viewer.recused().toArray(String[]::new));
        }
    }

    private void words(String words) {
        if (words == null) {
            return;
        }
        var number =
                OrganisationNumber.read(words).map(OrganisationNumber::digits).orElse("");
        parameters.put("number", number);
        parameters.put("words", words);
        parameters.put("beginnings", beginnings(words));
        var found =
                "exists (select from tidig.case_words w where w.reference = c.reference and w.words @@ " + TERMS + ")";
        and(number.isEmpty() ? found : "(c.organisation_number = :number or " + found + ")");
    }

    /** The words as the search reads them: in all their forms, and those that begin so. */
    static final String TERMS = "(websearch_to_tsquery('swedish', :words) || to_tsquery('swedish', :beginnings))";

    private static String beginnings(String words) {
        return OPERATORS.matcher(words).find()
                ? ""
                : WORD.matcher(words).results().map(word -> word.group() + ":*").collect(Collectors.joining(" & "));
    }

    private void whose(CaseSelection selection, Viewer viewer) {
        if (selection.waiting() == null) {
            return;
        }
        switch (selection.waiting()) {
            case CaseSelection.ME -> {
                and("c.holders @> array[:me]::text[]");
                parameters.put("me", viewer.id());
            }
            case CaseSelection.MY_GROUPS -> {
                and("c.asked && cast(:desks as text[])");
                parameters.put("desks", viewer.desks().toArray(String[]::new));
            }
            case CaseSelection.FREE -> {
                and("c.free && cast(:desks as text[])");
                parameters.put("desks", viewer.desks().toArray(String[]::new));
            }
            case CaseSelection.PARTY -> and("c.party");
            default -> {
                and("c.asked && cast(:desks as text[])");
                parameters.put(
                        "desks",
                        viewer.boards().stream()
                                .map(board -> board + ":" + selection.waiting())
                                .toArray(String[]::new));
            }
        }
    }

    private void when(String part, String name, Object value) {
        if (value != null) {
            and(part);
            parameters.put(name, value);
        }
    }

    private void and(String part) {
        condition.append(" and ").append(part);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day == null ? null : SwedishDate.startOf(day).atOffset(ZoneOffset.UTC);
    }

    /** What is later, or earlier, than the place in the order. */
    String beside(Place place, CaseOrder order, boolean later) {
        for (var column = 0; column < order.columns().size(); column++) {
            parameters.put("at" + column, place.values().get(column));
        }
        parameters.put("at", place.reference().value());
        var names = order.columns().stream()
                .map(column -> "c." + column.name() + ", ")
                .collect(Collectors.joining());
        var values = new StringBuilder();
        for (var column = 0; column < order.columns().size(); column++) {
            values.append("cast(:at%d as %s), "
                    .formatted(column, order.columns().get(column).type()));
        }
        return "(%sc.reference) %s (%s:at)".formatted(names, later ? ">" : "<", values);
    }

    String condition() {
        return condition.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The columns that a list is ordered by, each in that direction. */
    static String ordering(CaseOrder order, boolean descending) {
        var direction = descending ? " desc" : "";
        return java.util.stream.Stream.concat(
                        order.columns().stream().map(CaseOrder.Column::name), List.of("reference").stream())
                .map(name -> "c." + name + direction)
                .collect(Collectors.joining(", "));
    }
}
