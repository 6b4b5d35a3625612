package se.tidig.application.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers that two people have changed at the same time; their texts are kept after one has been chosen. */
@Repository
class DraftConflicts {

    private final JdbcClient jdbc;

    DraftConflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the person that wait for a choice, by question and in order; at most one of each question. */
    List<DraftConflict> open(UUID draft, String person) {
        return jdbc.sql(
                        "select * from tidig.draft_conflict where draft = ? and by = ? and ended_at is null order by id")
                .params(draft, person)
                .query((row, number) -> new DraftConflict(
                        row.getLong("id"),
                        row.getString("question"),
                        Drafts.value(row.getString("before")),
                        Drafts.value(row.getString("mine")),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void add(UUID draft, String question, Object before, Object mine, String person, Instant at) {
        jdbc.sql(
                        """
                        insert into tidig.draft_conflict (draft, question, before, mine, by, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(draft, question, Drafts.json(before), Drafts.json(mine), person, Drafts.at(at))
                .update();
    }

    void end(DraftConflict conflict, DraftConflict.End how, Instant at) {
        jdbc.sql("update tidig.draft_conflict set ended = ?, ended_at = ? where id = ?")
                .params(how.name(), Drafts.at(at), conflict.id())
                .update();
    }
}
