package se.tidig.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reads the database, the mails and the files as they are, without Tidig's help, and tells everything that is wrong:
 * lost, done twice, or left standing.
 */
final class Inspection {

    private static final String ONCE_EACH =
            "select business_key_ || ' ' || %s as what, count(*) as times from %s where %s group by 1";

    /** The process owners' yearly review of rules begins by the calendar and is about no case. */
    private static final String UNDER_WAY =
            """
            select coalesce(e.business_key_, e.act_id_, e.id_)
            from engine.act_ru_execution e join engine.act_re_procdef d on d.id_ = e.proc_def_id_
            where d.key_ <> 'rule-review'
            """;

    private final JdbcClient jdbc;
    private final Town town;
    private final Tally tally;
    private final List<String> wrong = new ArrayList<>();

    Inspection(DataSource database, Town town, Tally tally) {
        this.jdbc = JdbcClient.create(database);
        this.town = town;
        this.tally = tally;
    }

    /** The embedded database of a data folder, while it runs. */
    static DataSource embedded(Path data) throws IOException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/postgres",
                "tidig",
                Files.readString(data.resolve("postgres-password")).strip());
    }

    /** Whether no case is under way any more. */
    boolean isAllEnded() {
        return texts(UNDER_WAY).isEmpty();
    }

    /** The faults found, in plain words; empty if there are none. */
    List<String> findings() {
        applications();
        processes();
        tasks();
        payments();
        mails();
        return wrong;
    }

    private void applications() {
        same("applications", town.lives().size(), count("select count(*) from tidig.application"));
        for (var life : town.lives()) {
            var reference = life.reference();
            same(
                    "applications of " + life.name,
                    List.of(reference.value()),
                    texts(
                            "select reference from tidig.application where organisation_number = ?",
                            life.organisationNumber));
            same(
                    "status of " + reference,
                    List.of(life.course == Course.WITHDRAWN ? "WRITTEN_OFF" : "DECIDED"),
                    texts("select status from tidig.application where reference = ?", reference.value()));
            same(
                    "decision of " + reference,
                    List.of(
                            switch (life.course) {
                                case WITHDRAWN -> "WRITE_OFF 0";
                                case REFUSED -> "REFUSAL 0";
                                default -> "GRANT " + life.requested;
                            }),
                    texts(
                            "select kind || ' ' || amount::bigint from tidig.decision where reference = ?",
                            reference.value()));
            var papers = new HashSet<String>();
            if (life.course == Course.COMPLETED) {
                papers.add("COMPLETION");
            }
            if (life.course == Course.WITHDRAWN) {
                papers.add("WITHDRAWAL");
            }
            papers.add("APPLICATION");
            papers.add("DECISION");
            for (var kind : papers) {
                same(
                        "events " + kind + " of " + reference,
                        1,
                        count(
                                "select count(*) from tidig.case_event where reference = ? and kind = ?",
                                reference.value(),
                                kind));
            }
        }
        same("diary numbers", town.lives().size(), count("select count(distinct diary_number) from tidig.application"));
        empty(
                "letters written twice",
                "select reference || ' ' || kind from tidig.document group by reference, kind having count(*) > 1");
        same(
                "papers entered",
                town.lives().stream().mapToInt(Inspection::papers).sum(),
                count("select count(*) from tidig.incoming_document"));
    }

    /** What the registrar enters after the application itself. */
    private static int papers(Life life) {
        return (life.course.isGranted() ? 2 : 0)
                + (life.course == Course.COMPLETED || life.course == Course.WITHDRAWN ? 1 : 0);
    }

    private void processes() {
        var expected = new HashMap<String, Long>();
        expected.put(town.call() + " call", 1L);
        for (var life : town.lives()) {
            var reference = life.reference();
            expected.put(reference + " application", 1L);
            if (life.course.isGranted()) {
                expected.put(reference + " grant", 1L);
                expected.put(reference + "-M1 disbursement", 1L);
                expected.put(reference + "-M1 payment", 1L);
                expected.put(reference + "-M2 report", 1L);
            }
        }
        same(
                "processes",
                expected,
                counts(ONCE_EACH.formatted(
                        "proc_def_key_",
                        "engine.act_hi_procinst",
                        "proc_def_key_ not in ('incoming-document', 'rule-review')")));
        empty(
                "processes that did not come to their end",
                "select business_key_ || ' ' || proc_def_key_ || ' ' || state_ from engine.act_hi_procinst"
                        + " where state_ <> 'COMPLETED' and proc_def_key_ <> 'rule-review'");
        empty("executions", UNDER_WAY);
        empty("incidents", "select coalesce(incident_msg_, activity_id_) from engine.act_ru_incident");
        empty("jobs", "select handler_type_ from engine.act_ru_job where process_instance_id_ is not null");
        empty("external tasks", "select topic_name_ from engine.act_ru_ext_task");
    }

    private void tasks() {
        empty(
                "tasks that were completed twice",
                """
                select i.business_key_ || ' ' || t.task_def_key_ || ' ' || count(*)
                from engine.act_hi_taskinst t join engine.act_hi_procinst i on i.id_ = t.proc_inst_id_
                where t.delete_reason_ = 'completed'
                group by i.business_key_, t.task_def_key_ having count(*) > 1
                """);
    }

    private void payments() {
        var files = new HashMap<String, Long>();
        for (var life : town.lives()) {
            if (life.course.isGranted()) {
                var order = life.reference() + "-M1";
                var attempts = life.course == Course.REJECTED_BY_BANK ? 2 : 1;
                for (int attempt = 1; attempt <= attempts; attempt++) {
                    files.put(order + "-" + attempt + ".csv", 1L);
                }
                same(
                        "order " + order,
                        List.of("SETTLED " + attempts + " " + life.requested),
                        texts(
                                "select status || ' ' || attempt || ' ' || amount::bigint from tidig.payment_order"
                                        + " where key = ?",
                                order));
            }
        }
        same("vouchers that the ledger fetched", files, times(town.ledger().fetched()));
        same("files that nobody fetched", List.of(), town.ledger().leftBehind());
        same(
                "orders",
                (int) files.keySet().stream()
                        .filter(file -> file.endsWith("-1.csv"))
                        .count(),
                count("select count(*) from tidig.payment_order"));
        empty(
                "receipts applied twice, or never",
                """
                select order_key || ' ' || attempt from tidig.payment_receipt
                group by order_key, attempt having count(*) filter (where reception = 'APPLIED') <> 1
                """);
        empty(
                "receipts that changed something they should not",
                "select order_key || ' ' || reception from tidig.payment_receipt"
                        + " where reception not in ('APPLIED', 'DUPLICATE')");
    }

    private static Map<String, Long> times(Map<String, List<String>> fetched) {
        return fetched.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file ->
                (long) file.getValue().size()));
    }

    private void mails() {
        var expected = new HashMap<String, Long>();
        for (var life : town.lives()) {
            var reference = life.reference();
            expected.put(reference + " application-received", 1L);
            expected.put(reference + " decision", 1L);
            if (life.course == Course.COMPLETED) {
                expected.put(reference + " completion-request", 1L);
            }
            if (life.course.isGranted()) {
                expected.put(reference + " confirmation-request", 1L);
                expected.put(reference + " payment-made", 1L);
                expected.put(reference + " report-overdue", 1L);
                expected.put(reference + " report-accepted", 1L);
                expected.put(reference + " grant-closed", 1L);
            }
        }
        same(
                "mails in the journal",
                expected,
                counts("select regexp_replace(reference, '-M\\d+$', '') || ' ' || mail as what, count(*) as times"
                        + " from tidig.mail group by 1"));
        var taken = town.post().taken().stream()
                .collect(Collectors.groupingBy(PostOffice.Taken::messageId, Collectors.counting()));
        same(
                "mails that the post office took",
                new HashSet<>(texts("select message_id from tidig.mail")),
                taken.keySet());
        var repeated = taken.values().stream().mapToLong(times -> times - 1).sum();
        for (long i = 0; i < repeated; i++) {
            tally.count(Tally.REPEATED_MAILS);
        }
        // One mail can be between the server's acceptance and the commit when Tidig or its database is killed.
        var kills = tally.of(Tally.KILLS) + tally.of(Tally.DATABASE_KILLS);
        if (repeated > kills) {
            wrong.add(repeated + " mails came twice, and there were only " + kills + " kills");
        }
    }

    private void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": expected " + difference(expected, found) + ", found " + difference(found, expected));
        }
    }

    /** The elements of each collection that the other lacks. */
    private static Object difference(Object all, Object other) {
        if (all instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            var rest = new HashMap<Object, Object>(map);
            rest.entrySet().removeAll(others.entrySet());
            return rest;
        }
        if (all instanceof Set<?> set && other instanceof Set<?> others) {
            var rest = new HashSet<Object>(set);
            rest.removeAll(others);
            return rest;
        }
        return all;
    }

    private void empty(String what, String query) {
        var found = texts(query);
        if (!found.isEmpty()) {
            wrong.add(what + ": " + found);
        }
    }

    private Map<String, Long> counts(String query) {
        var counts = new HashMap<String, Long>();
        jdbc.sql(query).query(row -> {
            counts.put(row.getString("what"), row.getLong("times"));
        });
        return counts;
    }

    private List<String> texts(String query, Object... params) {
        return jdbc.sql(query).params(params).query(String.class).list();
    }

    private int count(String query, Object... params) {
        return jdbc.sql(query).params(params).query(Integer.class).single();
    }
}
