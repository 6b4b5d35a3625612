package se.tidig.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes every table that holds something of a case as large as after years of cases: each row is copied many times, under
 * other cases' keys but of the same call, board, person and organisation. Afterwards it tells what has been read of each.
 */
final class GrownTables {

    /** Models, staff and settings, which do not grow with cases. */
    private static final Set<String> SETTLED = Set.of(
            "engine.act_ge_property",
            "engine.act_ge_schema_log",
            "engine.act_ru_filter",
            "engine.act_ru_jobdef",
            "engine.act_hi_op_log",
            // Those open now only: a registration or mail that waits is soon gone.
            "engine.act_ru_ext_task",
            "engine.act_ru_meter_log",
            "tidig.bundle_deployment",
            "tidig.staff",
            "tidig.diary_series",
            "tidig.call",
            "tidig.call_number",
            "tidig.call_earmark");

    /** Columns that keep what they say, though their names end as those of keys. */
    private static final Set<String> KEPT = Set.of(
            "proc_def_id_",
            "tenant_id_",
            "deployment_id_",
            "job_def_id_",
            "act_id_",
            "activity_id_",
            "dec_def_id_",
            "dec_req_id_",
            "case_def_id_",
            "user_id_",
            "start_user_id_",
            "start_act_id_",
            "end_act_id_",
            "worker_id_",
            "group_id_");

    private static final Set<String> CASE_KEYS = Set.of("reference", "business_key_", "diary_number");
    private static final Set<String> TEXT_KEYS = Set.of(
            "message_id",
            "process_instance",
            "task_id",
            "digest",
            "email",
            "primary_id",
            "session_id",
            "session_primary_id",
            "id",
            "address");

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final int rows;
    private final Map<String, String> grown = new LinkedHashMap<>();

    GrownTables(DataSource database, int rows) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.rows = rows;
    }

    /** Copies until each table that has any rows has at least so many. */
    void grow() {
        for (var table : tables()) {
            var only = table.equals("engine.act_ge_bytearray")
                    ? " where deployment_id_ is null"
                    : table.equals("engine.act_ru_event_subscr") || table.equals("engine.act_ru_job")
                            ? " where " + (table.endsWith("job") ? "process_instance_id_" : "proc_inst_id_")
                                    + " is not null"
                            : table.equals("engine.act_ru_authorization")
                                    ? " where resource_type_ = 7 and resource_id_ <> '*'"
                                    : "";
            var there = jdbc.queryForObject("select count(*) from " + table + only, Integer.class);
            if (there > 0) {
                copy(table, only, (rows - 1) / there + 1);
                grown.put(table, only);
            }
        }
        grown.keySet().forEach(table -> jdbc.execute("analyze " + table));
    }

    /** The tables that have at least so many rows now. */
    Set<String> grown() {
        return grown.keySet().stream()
                .filter(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class) >= rows)
                .collect(Collectors.toSet());
    }

    private List<String> tables() {
        return jdbc
                .queryForList(
                        """
                        select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace
                        where nspname in ('tidig', 'engine') and relkind = 'r' and relname not like 'flyway%'
                            and relname not like 'act_re_%' and relname not like 'act_id_%'
                            and relname not like 'staff%'
                            and coalesce(obj_description(c.oid, 'pg_class'), '') <> 'Reference data'
                        order by 1
                        """,
                        String.class)
                .stream()
                .filter(table -> !SETTLED.contains(table))
                .toList();
    }

    private void copy(String table, String only, int times) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        jdbc.query(
                """
                select a.attname as name, format_type(a.atttypid, null) as type,
                    exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique
                        and a.attnum = any (i.indkey)) as of_key
                from pg_attribute a
                where a.attrelid = cast(? as regclass) and a.attnum > 0 and not attisdropped
                    and attidentity <> 'a' and attgenerated = ''
                """,
                row -> {
                    names.add('"' + row.getString("name") + '"');
                    values.add(value(table, row.getString("name"), row.getString("type"), row.getBoolean("of_key")));
                },
                table);
        jdbc.execute("set session_replication_role = replica; insert into " + table + " (" + String.join(", ", names)
                + ") select " + String.join(", ", values) + " from (select * from " + table + only
                + ") earlier, generate_series(1, " + times
                + ") n on conflict do nothing; set session_replication_role = default");
    }

    private static String value(String table, String name, String type, boolean ofKey) {
        var column = "earlier.\"" + name + '"';
        if (CASE_KEYS.contains(name)) {
            return column + " || '-' || n";
        }
        if (name.equals("folder")) {
            return "cast(cast(md5(" + column + " || n) as uuid) as text)";
        }
        if (table.equals("tidig.form_answer") && name.equals("answers")) {
            return column + " || jsonb_build_object('title', n)";
        }
        if (table.equals("tidig.organisation") && name.equals("number")
                || (table.equals("tidig.membership") || table.equals("tidig.organisation_person"))
                        && name.equals("organisation")) {
            return "to_char(7000000000 + n, 'FM0000000000')";
        }
        return switch (type) {
            case "uuid" -> "cast(md5(" + column + "::text || n) as uuid)";
            case "text", "character varying", "character" ->
                TEXT_KEYS.contains(name)
                                || (name.endsWith("id_") || ofKey && table.startsWith("engine."))
                                        && !KEPT.contains(name)
                        ? "md5(" + column + " || n)"
                        : column;
            case "integer", "bigint" -> ofKey && name.equals("number") ? column + " + 1000 * n" : column;
            default -> column;
        };
    }

    /** What has been read of the grown tables so far. */
    Map<String, Long> read() {
        flush();
        var read = new LinkedHashMap<String, Long>();
        jdbc.query(
                """
                select schemaname || '.' || relname as what, seq_tup_read as tuples from pg_stat_user_tables
                union all
                select schemaname || '.' || relname || ' by ' || indexrelname, idx_tup_read from pg_stat_user_indexes
                """,
                row -> {
                    if (grown.containsKey(row.getString("what").replaceFirst(" by .*", ""))) {
                        read.put(row.getString("what"), row.getLong("tuples"));
                    }
                });
        return read;
    }

    /** Each connection reports what it has read when it is asked to, or later. */
    private void flush() {
        var all = new ArrayList<Connection>();
        try {
            for (var i = 0; i < 10; i++) {
                all.add(database.getConnection());
            }
            for (var connection : all) {
                try (var statement = connection.createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            all.forEach(GrownTables::close);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes the copies away, with the rows that they were made of. Nothing is truncated: that would empty the tables which
     * refer to these, and with them what the models wait for.
     */
    void shrink() {
        grown.forEach((table, only) -> {
            jdbc.execute("set session_replication_role = replica; delete from " + table + only
                    + "; set session_replication_role = default");
            jdbc.execute("vacuum analyze " + table);
        });
    }
}
