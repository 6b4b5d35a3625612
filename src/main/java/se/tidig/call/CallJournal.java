package se.tidig.call;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.Reference;

/** The events of each call, in order: notes are added and never changed. */
@Repository
public class CallJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    CallJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param actor user id; null if the process acts by itself */
    public void note(Reference call, Actor actor, String text) {
        jdbc.sql("insert into tidig.call_event (call, at, actor, text) values (?, ?, ?, ?)")
                .params(call.value(), Timestamp.from(clock.instant()), Actor.text(actor), text)
                .update();
    }

    public List<Entry> of(Reference call) {
        return jdbc.sql("select at, actor, text from tidig.call_event where call = ? order by id")
                .param(call.value())
                .query((row, number) -> new Entry(
                        row.getTimestamp("at").toInstant(), Actor.of(row.getString("actor")), row.getString("text")))
                .list();
    }

    /** @param actor user id; null if the process acted by itself */
    public record Entry(Instant at, Actor actor, String text) {}
}
