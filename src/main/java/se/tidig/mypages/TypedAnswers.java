package se.tidig.mypages;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.JsonColumn;
import se.tidig.Reference;
import se.tidig.Sha256;
import se.tidig.form.Plain;

/**
 * What a person has typed on a page and not sent, as it was typed, so that nothing is lost if it is refused or if the
 * session ends; and what has been sent, so that it is received once.
 */
@Repository
public class TypedAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    TypedAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page that a person is filling in.
     *
     * @param token the same for all windows in which the person has the page open, until it is sent
     * @param savedAt null if nothing has been typed
     */
    public record Typed(UUID token, Map<String, Object> answers, Instant savedAt) {}

    /** Begins the page, or finds what has been typed on it. */
    public Typed open(String person, Reference reference, Act act) {
        jdbc.sql(
                        """
                        insert into tidig.typed_answer (person, reference, act, token) values (?, ?, ?, ?)
                        on conflict (person, reference, act) do nothing
                        """)
                .params(person, reference.value(), act.name(), UUID.randomUUID())
                .update();
        return jdbc.sql("select * from tidig.typed_answer where person = ? and reference = ? and act = ?")
                .params(person, reference.value(), act.name())
                .query((row, number) -> new Typed(
                        row.getObject("token", UUID.class),
                        values(row.getString("answers")),
                        row.getTimestamp("saved_at") == null
                                ? null
                                : row.getTimestamp("saved_at").toInstant()))
                .single();
    }

    public void save(String person, Reference reference, Act act, Map<String, Object> answers) {
        jdbc.sql(
                        """
                        update tidig.typed_answer set answers = cast(? as jsonb), saved_at = ?
                        where person = ? and reference = ? and act = ?
                        """)
                .params(
                        JsonColumn.text(answers),
                        Timestamp.from(clock.instant()),
                        person,
                        reference.value(),
                        act.name())
                .update();
    }

    /** It has been sent. */
    public void remove(String person, Reference reference, Act act) {
        jdbc.sql("delete from tidig.typed_answer where person = ? and reference = ? and act = ?")
                .params(person, reference.value(), act.name())
                .update();
    }

    /** Whether the person has sent the page of that token. */
    public boolean isSent(UUID token, String person, Reference reference, Act act) {
        return jdbc.sql("select exists (select from tidig.sent_answer"
                        + " where token = ? and person = ? and reference = ? and act = ?)")
                .params(token, person, reference.value(), act.name())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the same page has been sent before; what it is sent with now waits for the other to be received.
     *
     * @return empty if not; whether it was sent with the same answers if it was
     */
    Optional<Boolean> sent(UUID token, Map<String, Object> answers) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("sent page " + token)
                .query(rows -> {});
        return jdbc.sql("select digest from tidig.sent_answer where token = ?")
                .param(token)
                .query(String.class)
                .optional()
                .map(digest(answers)::equals);
    }

    void markSent(UUID token, String person, Reference reference, Act act, Map<String, Object> answers) {
        jdbc.sql(
                        """
                        insert into tidig.sent_answer (token, person, reference, act, digest, sent_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(token, person, reference.value(), act.name(), digest(answers), Timestamp.from(clock.instant()))
                .update();
    }

    private static String digest(Map<String, Object> answers) {
        return Sha256.hex(JsonColumn.text(answers).getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(String json) {
        return (Map<String, Object>) Plain.of(JsonColumn.read(json, new TypeReference<Map<String, Object>>() {}));
    }
}
