package se.tidig;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.engine.DemoStaff;

/** Empties the tables of cases; deployments, their start subscriptions, authorisations and reference data stay. */
@Component
public class CleanTables {

    private static final List<String> KEPT_ENGINE_TABLES = List.of(
            "act_re_%",
            "act_id_%",
            "act_ge_%",
            "act_ru_authorization",
            "act_ru_filter",
            "act_ru_jobdef",
            "act_ru_event_subscr",
            "act_ru_job",
            "act_hi_op_log");

    private final JdbcTemplate jdbc;
    private final BusinessTables businessTables;
    private final DemoStaff staff;
    private boolean manned;

    CleanTables(JdbcTemplate jdbc, BusinessTables businessTables, DemoStaff staff) {
        this.jdbc = jdbc;
        this.businessTables = businessTables;
        this.staff = staff;
    }

    @Transactional
    public void clean() {
        var statements = new ArrayList<String>();
        statements.add("set local session_replication_role = replica");
        engineTables().forEach(table -> statements.add("delete from engine." + table));
        statements.add("delete from engine.act_ge_bytearray where deployment_id_ is null");
        statements.add("delete from engine.act_ru_event_subscr where proc_inst_id_ is not null");
        statements.add("delete from engine.act_ru_job where process_instance_id_ is not null"
                + " or handler_type_ not like 'timer-start-event'");
        statements.add("delete from engine.act_ru_jobdef where proc_def_id_ is null");
        // The authorisations that the engine made for the people of a task.
        statements.add("delete from engine.act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'");
        statements.addAll(businessTables.emptying());
        jdbc.execute(String.join("; ", statements));
        if (!manned) {
            staff.create();
            manned = true;
        }
    }

    private List<String> engineTables() {
        return jdbc.queryForList(
                """
                select relname from pg_class c join pg_namespace n on n.oid = relnamespace
                where nspname = 'engine' and relkind = 'r' and not relname like any (?)
                """,
                String.class,
                (Object) KEPT_ENGINE_TABLES.toArray(String[]::new));
    }
}
