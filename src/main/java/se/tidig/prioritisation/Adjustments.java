package se.tidig.prioritisation;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;

/** Who adjusted what in a call's ranking, and why; the latest per application counts. */
@Repository
public class Adjustments {

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Reference call, Adjustment adjustment) {
        jdbc.sql(
                        """
                        insert into tidig.ranking_adjustment (call, reference, amount, reason, actor, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        call.value(),
                        adjustment.reference().value(),
                        adjustment.amount() == null ? null : adjustment.amount().amount(),
                        adjustment.reason(),
                        Actor.text(adjustment.actor()),
                        Timestamp.from(adjustment.at()))
                .update();
    }

    /** All adjustments of a call, in order. */
    public List<Adjustment> of(Reference call) {
        return jdbc.sql("select * from tidig.ranking_adjustment where call = ? order by id")
                .param(call.value())
                .query((row, number) -> new Adjustment(
                        Reference.of(row.getString("reference")),
                        row.getBigDecimal("amount") == null ? null : Sek.of(row.getBigDecimal("amount")),
                        row.getString("reason"),
                        Actor.of(row.getString("actor")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The adjustments in force, by reference. */
    Map<Reference, Adjustment> standing(Reference call) {
        var standing = new LinkedHashMap<Reference, Adjustment>();
        of(call).forEach(adjustment -> standing.put(adjustment.reference(), adjustment));
        standing.values().removeIf(adjustment -> adjustment.amount() == null);
        return standing;
    }
}
