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
import se.tidig.JsonColumn;

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
    void add(String reference, Map<String, Object> before, Map<String, Object> after, String actor) {
        after.forEach((question, answer) -> {
            var earlier = before.get(question);
            if (answer != null && (earlier == null || !JsonColumn.holds(JsonColumn.text(earlier), answer))) {
                add(reference, question, earlier, answer, actor);
            }
        });
    }

    private void add(String reference, String question, Object before, Object after, String actor) {
        jdbc.sql(
                        """
                        insert into tidig.changed_answer
                            (reference, board, question, before, after, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        reference,
                        Application.boardOf(reference),
                        question,
                        before == null ? null : JsonColumn.of(Map.of(VALUE, before)),
                        JsonColumn.of(Map.of(VALUE, after)),
                        actor,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of the case, the oldest first. */
    public List<ChangedAnswer> of(String reference) {
        return jdbc.sql("select * from tidig.changed_answer where reference = ? order by id")
                .param(reference)
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
    public Map<String, Object> first(String reference, Map<String, Object> present) {
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
