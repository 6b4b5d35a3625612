package se.tidig;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tidig's own tables; reference data is kept when they are emptied. */
@Component
class BusinessTables {

    private final JdbcTemplate jdbc;

    BusinessTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void empty() {
        jdbc.execute("set local session_replication_role = replica; " + String.join("; ", emptying()));
    }

    /** The statements that empty them, for a transaction that does not look at foreign keys. */
    List<String> emptying() {
        return jdbc.queryForList(
                """
                select 'delete from tidig.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace
                where nspname = 'tidig' and relkind = 'r' and relname not like 'flyway%'
                    and coalesce(obj_description(c.oid, 'pg_class'), '') <> 'Reference data'
                """,
                String.class);
    }
}
