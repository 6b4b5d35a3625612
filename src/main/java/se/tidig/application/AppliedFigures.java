package se.tidig.application;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures;

/** How many applications a call got, how many were withdrawn, and the sums they applied for. */
@Component
class AppliedFigures implements CallFigures {

    private final JdbcClient jdbc;

    AppliedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> of(Reference call) {
        return List.of(
                count(Stage.APPLIED, "select * from tidig.application where call = ?", call),
                count(
                        Stage.WITHDRAWN,
                        "select * from tidig.application where call = ? and status in ('WITHDRAWN', 'WRITTEN_OFF')",
                        call));
    }

    private Figure count(Stage stage, String which, Reference call) {
        return jdbc.sql("select count(*) as count, coalesce(sum(requested_amount), 0) as amount from (" + which + ") a")
                .param(call.value())
                .query((row, number) -> new Figure(stage, row.getLong("count"), Sek.of(row.getBigDecimal("amount"))))
                .single();
    }
}
