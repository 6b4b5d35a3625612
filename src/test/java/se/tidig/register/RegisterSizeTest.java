package se.tidig.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Reference;
import se.tidig.TidigTest;

/**
 * With 100,000 cases the register asks the indexes: the plans of its queries say so. The rows are made up, because only
 * their number and their values matter to a plan.
 */
@TidigTest
class RegisterSizeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static final Viewer OFFICER =
            new Viewer("officerK1", Set.of("K"), Set.of("caseOfficers"), Set.of("K-2026-1-0007", "K-2026-1-0008"));

    private static final Pattern COST = Pattern.compile("\"Total Cost\": ([0-9.]+)");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /** What it costs to read all cases. */
    private double whole;

    private void aHundredThousandCases() {
        jdbc.sql(
                        """
                        insert into tidig.case_row
                        select b || '-2026-' || k || '-' || lpad(n::text, 4, '0'), b, b || '-2026-' || k,
                            'application', array[case when n % 50 = 0 then 'claim' else 'application' end],
                            'Verksamhet ' || n, 'Förening ' || (n * 7919 + k) % 99991, lpad((n * k)::text, 10, '0'),
                            '604-' || b || k || n, n * 100, null, null, null,
                            timestamptz '2026-01-01' + n * interval '1 minute', 'UNDER_REVIEW', null,
                            case when n % 3 = 0 then 'officer' || b || n % 9 else '' end,
                            'Steg ' || n % 8, (case when n % 10 < 2 then 0 when n % 10 < 5 then 1 else 2 end)::smallint,
                            date '2026-10-01' + n % 400,
                            case when n % 100 = 0 then array['officer' || b || n / 100 % 9] else '{}' end,
                            array[b || ':caseOfficers'],
                            case when n % 100 = 1 then array[b || ':caseOfficers'] else '{}' end,
                            n % 100 = 2, '[]', 1
                        from unnest(array['AB', 'F', 'H', 'K', 'M']) b, generate_series(1, 20) k,
                            generate_series(1, 1000) n
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into tidig.case_words
                        select reference, board, to_tsvector('swedish', applicant || ' ' || title || ' språkcafé '
                            || case when requested % 5000 = 0 then 'segling' else '' end) from tidig.case_row
                        """)
                .update();
        jdbc.sql("vacuum analyze tidig.case_row").update();
        jdbc.sql("vacuum analyze tidig.case_words").update();
        whole = cost(String.join(
                "",
                jdbc.sql("explain (format json) select * from tidig.case_row")
                        .query(String.class)
                        .list()));
    }

    @Test
    void withAHundredThousandCasesNoQueryReadsAllOfThem() {
        aHundredThousandCases();
        everyListAsksAnIndex();
        aPageFarIntoTheListIsReadFromItsPlace();
    }

    private void everyListAsksAnIndex() {
        var selections = new LinkedHashMap<String, CaseSelection>();
        selections.put("all", CaseSelection.ALL);
        selections.put("mine", CaseSelection.waitingFor(CaseSelection.ME));
        selections.put("free", CaseSelection.waitingFor(CaseSelection.FREE));
        selections.forEach((name, selection) -> {
            for (var order : CaseOrder.values()) {
                var query = CaseQuery.of(selection, OFFICER, TODAY);
                assertAsksIndexes(name + " by " + order, query, RegisterReader.listing(query, order, false, null, 51));
            }
            var query = CaseQuery.of(selection, OFFICER, TODAY);
            assertAsksIndexes("count of " + name, query, RegisterReader.counting(query, 1001));
        });
        var late = CaseQuery.of(CaseSelection.lateOnes(), OFFICER, TODAY);
        assertAsksIndexes("late", late, RegisterReader.listing(late, CaseOrder.DUE, false, null, 51));
    }

    /** A page far into the list costs what the first does: nothing is sorted, and nothing before it is read. */
    private void aPageFarIntoTheListIsReadFromItsPlace() {
        for (var order : CaseOrder.values()) {
            var values =
                    switch (order) {
                        case DUE -> List.of("2", "2027-03-01");
                        case REFERENCE -> List.<String>of();
                        case APPLICANT -> List.of("Förening 5");
                        case REQUESTED -> List.of("50000");
                        case RECEIVED -> List.of("2026-01-01T08:00:00.000000Z");
                    };
            var query = CaseQuery.of(CaseSelection.ALL, OFFICER, TODAY);
            var place = new Place(true, values, Reference.of("K-2026-9-0500"));
            var plan = plan(query, RegisterReader.listing(query, order, false, place, 51));
            assertThat(plan).as(order.toString()).doesNotContain("\"Seq Scan\"").doesNotContain("\"Sort\"");
            assertThat(plan).contains("Index Cond").contains("reference");
        }
    }

    /** A list is never read whole. A count that stops early may begin to read all, but costs a fraction of it. */
    private void assertAsksIndexes(String what, CaseQuery query, String sql) {
        var plan = plan(query, sql);
        assertThat(cost(plan)).as(what + "%n%s", plan).isLessThan(whole / 4);
    }

    private static double cost(String plan) {
        var total = COST.matcher(plan);
        assertThat(total.find()).isTrue();
        return Double.parseDouble(total.group(1));
    }

    private String plan(CaseQuery query, String sql) {
        return transaction.execute(started -> String.join(
                "\n",
                jdbc.sql("explain (format json) " + sql)
                        .params(query.parameters())
                        .query(String.class)
                        .list()));
    }
}
