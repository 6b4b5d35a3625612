package se.tidig.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and what was done in each case, in order; never changed afterwards. */
@Repository
public class CaseJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes something done now. The board is the reference's county letter. */
    public void note(String reference, EventKind kind, String actor, String text) {
        note(new CaseEvent(reference, clock.instant(), actor, kind, text));
    }

    public void note(CaseEvent event) {
        jdbc.sql("insert into tidig.case_event (reference, board, at, actor, kind, text) values (?, ?, ?, ?, ?, ?)")
                .params(
                        event.reference(),
                        board(event.reference()),
                        at(event.at()),
                        event.actor(),
                        event.kind().name(),
                        event.text())
                .update();
    }

    /** All that is noted in the case, oldest first. */
    public List<CaseEvent> of(String reference) {
        return jdbc.sql("select * from tidig.case_event where reference = ? order by id")
                .param(reference)
                .query((row, number) -> new CaseEvent(
                        row.getString("reference"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        EventKind.valueOf(row.getString("kind")),
                        row.getString("text")))
                .list();
    }

    /** The newest note of the kind; null where there is none. */
    public CaseEvent latest(String reference, EventKind kind) {
        return of(reference).stream()
                .filter(event -> event.kind() == kind)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static String board(String reference) {
        return reference.substring(0, reference.indexOf('-'));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
