package se.tidig.application;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.JsonColumn;
import se.tidig.Reference;

/** The answers that completions and changed circumstances replaced in applications; a stored one never changes. */
@Repository
public class ChangedAnswers {

    private static final String VALUE = "value";

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangedAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records each answer that differs. */
    void add(Reference reference, Map<String, Object> before, Map<String, Object> after, Actor actor) {
        after.forEach((question, answer) -> {
            var earlier = before.get(question);
            if (answer != null && (earlier == null || !JsonColumn.holds(JsonColumn.text(earlier), answer))) {
                add(reference, question, earlier, answer, actor);
            }
        });
    }

    private void add(Reference reference, String question, Object before, Object after, Actor actor) {
        jdbc.sql(
                        """
                        insert into tidig.changed_answer
                            (reference, board, question, before, after, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        reference.value(),
                        reference.board(),
                        question,
                        before == null ? null : JsonColumn.of(Map.of(VALUE, before)),
                        JsonColumn.of(Map.of(VALUE, after)),
                        Actor.text(actor),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of the case, the oldest first. */
    public List<ChangedAnswer> of(Reference reference) {
        return jdbc.sql("select * from tidig.changed_answer where reference = ? order by id")
                .param(reference.value())
                .query((row, number) -> new ChangedAnswer(
                        row.getString("question"),
                        value(row.getString("before")),
                        value(row.getString("after")),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /**
     * The answers of the application as it was first submitted.
     *
     * @param present the answers that it has now
     */
    public Map<String, Object> first(Reference reference, Map<String, Object> present) {
        var first = new LinkedHashMap<>(present);
        var changes = new ArrayList<>(of(reference));
        Collections.reverse(changes);
        changes.forEach(change -> {
            if (change.before() == null) {
                first.remove(change.question());
            } else {
                first.put(change.question(), change.before());
            }
        });
        return first;
    }

    private static Object value(String json) {
        return json == null ? null : JsonColumn.map(json).get(VALUE);
    }
}
