package se.tidig.register;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes rows of the register that are missing or were made by an earlier version: all of them, the first time. In
 * operation the database keeps them.
 */
@Component
public class RegisterRepair {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterRepair.class);
    private static final int AT_ONCE = 200;

    private static final String WITHOUT_ROW =
            """
            select r.reference from (select reference from tidig.application union all select reference from tidig.call) r
            left join tidig.case_row c on c.reference = r.reference
            where c.reference is null or c.made_by <> 1 or c.stage is null and c.rank < 2 and c.kind <> 'call'
            order by r.reference
            """;

    private static final String WITHOUT_WORDS =
            """
            select r.reference from (select reference from tidig.application union all select reference from tidig.call) r
            where not exists (select from tidig.case_words w where w.reference = r.reference) order by r.reference
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RegisterRepair(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    // Before it the stages are written, which the rows name.
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void repair() {
        var rows = remake(WITHOUT_ROW, "tidig.remake_case");
        var words = remake(WITHOUT_WORDS, "tidig.remake_words");
        if (rows + words > 0) {
            LOG.info("Made {} rows of the register of cases and the words of {} cases", rows, words);
        }
    }

    /** Makes all rows anew from the records, for example after somebody has changed the database by hand. */
    public void rebuild() {
        jdbc.sql("update tidig.case_row set made_by = 0").update();
        jdbc.sql("delete from tidig.case_words").update();
        repair();
    }

    private int remake(String which, String function) {
        var all = jdbc.sql(which).query(String.class).list();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = List.copyOf(all.subList(from, Math.min(from + AT_ONCE, all.size())));
            transaction.executeWithoutResult(started -> some.forEach(reference ->
                    jdbc.sql("select " + function + "(?)").param(reference).query(row -> {})));
        }
        return all.size();
    }
}
