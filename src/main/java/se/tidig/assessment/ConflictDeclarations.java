package se.tidig.assessment;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.Reference;

/** Records who has answered the question of a conflict of interest in which case, whatever the answer. */
@Repository
public class ConflictDeclarations {

    private final JdbcClient jdbc;

    ConflictDeclarations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person has answered in the case. */
    public boolean has(Reference reference, Actor person) {
        return jdbc.sql("select exists (select from tidig.conflict_declaration where reference = ? and person = ?)")
                .params(reference.value(), Actor.text(person))
                .query(Boolean.class)
                .single();
    }

    /** Records the answer; the first one counts. */
    void add(Reference reference, Actor person, Instant at) {
        jdbc.sql("insert into tidig.conflict_declaration values (?, ?, ?) on conflict do nothing")
                .params(reference.value(), Actor.text(person), at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
