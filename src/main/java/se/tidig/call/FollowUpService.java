package se.tidig.call;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;

/** The follow-up of calls: their outcome in numbers, and how well the purpose was reached (15 §). */
@Service
@Transactional
public class FollowUpService {

    private final JdbcClient jdbc;
    private final List<CallFigures> stages;
    private final Calls calls;
    private final CallJournal journal;
    private final Clock clock;

    FollowUpService(JdbcClient jdbc, List<CallFigures> stages, Calls calls, CallJournal journal, Clock clock) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.calls = calls;
        this.journal = journal;
        this.clock = clock;
    }

    /** The present numbers. */
    @Transactional(readOnly = true)
    public List<Figure> current(Reference call) {
        return stages.stream()
                .flatMap(stage -> stage.of(call).stream())
                .sorted(Comparator.comparing(Figure::stage))
                .toList();
    }

    /** Stores the present numbers in place of those stored before. */
    public void compile(Reference call) {
        calls.lock(call);
        jdbc.sql("delete from tidig.call_figure where call = ?")
                .param(call.value())
                .update();
        current(call).forEach(figure -> jdbc.sql(
                        "insert into tidig.call_figure (call, stage, count, amount, at) values (?, ?, ?, ?, ?)")
                .params(
                        call.value(),
                        figure.stage().name(),
                        figure.count(),
                        figure.amount() == null ? null : figure.amount().amount(),
                        Timestamp.from(clock.instant()))
                .update());
        journal.note(call, null, "Uppföljningen sammanställdes.");
    }

    /** The stored numbers; empty until they are compiled. */
    @Transactional(readOnly = true)
    public List<Figure> compiled(Reference call) {
        return jdbc
                .sql("select stage, count, amount from tidig.call_figure where call = ?")
                .param(call.value())
                .query((row, number) -> new Figure(
                        Stage.valueOf(row.getString("stage")),
                        row.getLong("count"),
                        amount(row.getBigDecimal("amount"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(Figure::stage))
                .toList();
    }

    private static Sek amount(BigDecimal stored) {
        return stored == null ? null : Sek.of(stored);
    }

    /** @param assessment how well the purpose of the grant was reached, in the approver's words */
    public void approve(Reference call, Actor actor, String assessment) {
        calls.lock(call);
        journal.note(call, actor, "Uppföljningsrapporten godkändes. " + assessment);
    }
}
