package se.tidig.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;

/** Reads the register for one person: lists in parts, counts, search, and single cases. */
@Component
@Transactional(readOnly = true)
public class RegisterReader {

    /** Where a found word begins in an excerpt. */
    public static final char MARK = '\u0001';

    /** Where it ends. */
    public static final char UNMARK = '\u0002';

    private static final String EXCERPT =
            "StartSel=\"" + MARK + "\", StopSel=\"" + UNMARK + "\", MaxFragments=1, MinWords=8, MaxWords=22";

    private final JdbcClient jdbc;
    private final CaseLines lines;
    private final Clock clock;

    RegisterReader(JdbcClient jdbc, CaseLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.clock = clock;
    }

    private record Found(CaseLine line, List<String> values) {

        Place place(boolean after) {
            return new Place(after, values, line.reference());
        }
    }

    /**
     * The part of the list at the place.
     *
     * @param place null for the beginning of the list
     * @param most cases in the part
     */
    public CasePart part(
            CaseSelection selection, CaseOrder order, boolean descending, Place place, int most, Viewer viewer) {
        var backwards = place != null && !place.after();
        var found = new ArrayList<>(read(selection, order, descending != backwards, place, most + 1, viewer));
        var more = found.size() > most;
        if (more) {
            found.remove(most);
        }
        if (backwards) {
            Collections.reverse(found);
        }
        var last = place != null && place.reference() == null;
        var earlier = backwards ? more : place != null;
        var later = backwards ? !last : more;
        return new CasePart(
                found.stream().map(Found::line).toList(),
                earlier && !found.isEmpty() ? found.get(0).place(false) : null,
                later && !found.isEmpty() ? found.get(found.size() - 1).place(true) : null);
    }

    private List<Found> read(
            CaseSelection selection, CaseOrder order, boolean descending, Place place, int most, Viewer viewer) {
        var query = CaseQuery.of(selection, viewer, today());
        var maker = lines.maker();
        return jdbc.sql(listing(query, order, descending, place, most))
                .params(query.parameters())
                .query((row, number) -> new Found(maker.line(row, number), values(row, order)))
                .list();
    }

    static String listing(CaseQuery query, CaseOrder order, boolean descending, Place place, int most) {
        var beside =
                place == null || place.reference() == null ? "" : " and " + query.beside(place, order, !descending);
        return "select c.*" + written(order) + " from tidig.case_row c where " + query.condition() + beside
                + " order by " + CaseQuery.ordering(order, descending) + " limit " + most;
    }

    static String counting(CaseQuery query, int most) {
        return "select count(*) from (select from tidig.case_row c where " + query.condition() + " limit " + most
                + ") counted";
    }

    private static String written(CaseOrder order) {
        var written = new StringBuilder();
        for (var column = 0; column < order.columns().size(); column++) {
            written.append(", ")
                    .append(order.columns().get(column).written())
                    .append(" as at")
                    .append(column);
        }
        return written.toString();
    }

    private static List<String> values(ResultSet row, CaseOrder order) throws SQLException {
        var values = new ArrayList<String>();
        for (var column = 0; column < order.columns().size(); column++) {
            values.add(row.getString("at" + column));
        }
        return values;
    }

    /** How many cases the selection has. */
    public CaseCount count(CaseSelection selection, Viewer viewer) {
        var query = CaseQuery.of(selection, viewer, today());
        return jdbc.sql(
                        """
                        select count(*) as cases, count(*) filter (where rank = 0 and due < :today) as late,
                            coalesce(sum(requested) filter (where kind <> 'call'), 0) as requested
                        from (select c.rank, c.due, c.requested, c.kind from tidig.case_row c where %s limit %d) counted
                        """
                                .formatted(query.condition(), CaseCount.MOST))
                .params(query.parameters())
                .query((row, number) ->
                        new CaseCount(row.getInt("cases"), row.getInt("late"), Sek.of(row.getBigDecimal("requested"))))
                .single();
    }

    /** How many cases the selection has, counted no further than {@code most}. */
    public int atMost(CaseSelection selection, int most, Viewer viewer) {
        var query = CaseQuery.of(selection, viewer, today());
        return jdbc.sql(counting(query, most))
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /** How many of a call's applications are at each stage; a stage without cases is left out. */
    public List<StageCount> stages(Reference call, Viewer viewer) {
        var query = CaseQuery.of(CaseSelection.ofCall(call), viewer, today());
        return jdbc.sql("select case when c.rank = 2 then null else c.stage end as stage, count(*) as cases,"
                        + " count(*) filter (where c.rank = 0 and c.due < :today) as late from tidig.case_row c where "
                        + query.condition()
                        + " and c.kind <> 'call' and (c.rank = 2 or c.stage is not null) group by 1")
                .params(query.parameters())
                .query((row, number) -> new StageCount(row.getString("stage"), row.getInt("cases"), row.getInt("late")))
                .list();
    }

    /** The names of the stages, in order, as the newest bundle describes them. */
    public List<String> stageNames() {
        return jdbc.sql(
                        """
                        select name from tidig.stage where not beside
                            and deployment = (select deployment from tidig.stage order by number desc limit 1)
                        group by name, place order by place
                        """)
                .query(String.class)
                .list();
    }

    /** The calls of the person's boards, newest first, with their titles. */
    public List<CaseLine> calls(Viewer viewer) {
        var maker = lines.maker();
        var query = CaseQuery.of(
                new CaseSelection(
                        null, null, CaseKind.CALL, null, null, null, null, null, null, null, null, false, false, false),
                viewer,
                today());
        return jdbc.sql("select * from tidig.case_row c where " + query.condition()
                        + " order by c.received_at desc, c.reference limit 200")
                .params(query.parameters())
                .query(maker::line)
                .list();
    }

    /** The officers who have taken a case of the person's boards: their names by user id. */
    public Map<String, String> officers(Viewer viewer) {
        return jdbc.sql(
                        """
                        select s.id, s.name from tidig.staff s
                        where s.boards && cast(:boards as text[])
                            and exists (select from tidig.case_row c where c.officer = s.id)
                        order by s.name
                        """)
                .param("boards", viewer.boards().toArray(String[]::new))
                .query(rows -> {
                    var officers = new java.util.LinkedHashMap<String, String>();
                    while (rows.next()) {
                        officers.put(rows.getString(1), rows.getString(2));
                    }
                    return officers;
                });
    }

    /** The case; empty if the person may not see it or it does not exist. */
    public Optional<CaseLine> find(Reference reference, Viewer viewer) {
        var query = CaseQuery.of(CaseSelection.ALL, viewer, today());
        query.parameters().put("reference", reference.value());
        return jdbc.sql("select * from tidig.case_row c where c.reference = :reference and " + query.condition())
                .params(query.parameters())
                .query(lines.maker()::line)
                .optional();
    }

    /** The cases with the number: the reference, the key of a milestone, or the diary number, however it is written. */
    public List<Reference> numbered(String number, Viewer viewer) {
        var query = CaseQuery.of(CaseSelection.ALL, viewer, today());
        query.parameters()
                .put(
                        "reference",
                        CaseNumber.reference(number).map(Reference::value).orElse(""));
        query.parameters().put("diary", CaseNumber.plain(number));
        return jdbc
                .sql("select c.reference from tidig.case_row c where (c.reference = :reference or c.diary_number <> ''"
                        + " and lower(replace(c.diary_number, ' ', '')) = :diary) and " + query.condition()
                        + " order by c.reference limit 2")
                .params(query.parameters())
                .query(String.class)
                .list()
                .stream()
                .map(Reference::of)
                .toList();
    }

    /** Where the words stand in the case; empty if they only stand in its numbers and names. */
    public Optional<String> excerpt(Reference reference, String words) {
        var query = CaseQuery.of(
                new CaseSelection(
                        words, null, null, null, null, null, null, null, null, null, null, false, false, false),
                new Viewer("", java.util.Set.of(), java.util.Set.of(), java.util.Set.of()),
                today());
        return jdbc.sql("select ts_headline('swedish', tidig.case_text(:reference), " + CaseQuery.TERMS
                        + ", cast(:options as text))")
                .params(query.parameters())
                .param("reference", reference.value())
                .param("options", EXCERPT)
                .query(String.class)
                .optional()
                .filter(text -> text.indexOf(MARK) >= 0);
    }

    /** The case; the caller checks whether the person may see it. */
    public Optional<CaseLine> line(Reference reference) {
        return jdbc.sql("select * from tidig.case_row where reference = ?")
                .param(reference.value())
                .query(lines.maker()::line)
                .optional();
    }

    /** The case after the given one in the list, or before it; empty at the end of the list. */
    public Optional<Reference> beside(
            Reference reference,
            CaseSelection selection,
            CaseOrder order,
            boolean descending,
            boolean after,
            Viewer viewer) {
        return jdbc.sql("select c.reference" + written(order) + " from tidig.case_row c where c.reference = ?")
                .param(reference.value())
                .query((row, number) -> new Place(after, values(row, order), reference))
                .optional()
                .flatMap(place -> read(selection, order, descending == after, place, 1, viewer).stream()
                        .findFirst())
                .map(found -> found.line().reference());
    }

    public LocalDate today() {
        return SwedishDate.on(clock.instant());
    }
}
