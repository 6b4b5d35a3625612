package se.tidig.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.Reference;

/** The journal of each case: what came in and what was done, in order. Entries are never changed. */
@Repository
public class CaseJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an entry with the present time. The board follows from the county letter of the reference. */
    public void note(Reference reference, EventKind kind, Actor actor, String text) {
        note(new CaseEvent(reference, clock.instant(), actor, kind, text));
    }

    public void note(CaseEvent event) {
        jdbc.sql("insert into tidig.case_event (reference, board, at, actor, kind, text) values (?, ?, ?, ?, ?, ?)")
                .params(
                        event.reference().value(),
                        event.reference().board(),
                        at(event.at()),
                        Actor.text(event.actor()),
                        event.kind().name(),
                        event.text())
                .update();
    }

    /** All entries of the case, oldest first. */
    public List<CaseEvent> of(Reference reference) {
        return jdbc.sql("select * from tidig.case_event where reference = ? order by id")
                .param(reference.value())
                .query((row, number) -> new CaseEvent(
                        Reference.of(row.getString("reference")),
                        row.getTimestamp("at").toInstant(),
                        Actor.of(row.getString("actor")),
                        EventKind.valueOf(row.getString("kind")),
                        row.getString("text")))
                .list();
    }

    /** The documents that came in from the applicant, in the order in which they were noted. */
    public List<CaseEvent> documents(Reference reference) {
        return of(reference).stream().filter(event -> event.kind().isDocument()).toList();
    }

    /** The latest entry of the kind; null if there is none. */
    public CaseEvent latest(Reference reference, EventKind kind) {
        return of(reference).stream()
                .filter(event -> event.kind() == kind)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
