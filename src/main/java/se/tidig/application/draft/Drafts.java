package se.tidig.application.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.JsonColumn;
import se.tidig.Reference;

/** The drafts, what is typed in them, and what every save has replaced. */
@Repository
class Drafts {

    private static final String VALUE = "value";

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql("select * from tidig.draft where id = ?")
                .param(id)
                .query(Drafts::draft)
                .optional();
    }

    /** The draft, whose row is locked until the transaction ends: saves and the submission come one after another. */
    Optional<Draft> lock(UUID id) {
        return jdbc.sql("select * from tidig.draft where id = ? for update")
                .param(id)
                .query(Drafts::draft)
                .optional();
    }

    /** The organisation's draft in the call that has not been submitted. */
    Optional<Draft> open(Reference call, String organisation) {
        return jdbc.sql("select * from tidig.draft where call = ? and organisation = ? and not submitted")
                .params(call.value(), organisation)
                .query(Drafts::draft)
                .optional();
    }

    /** The drafts of the organisations that have not been submitted, the last saved first. */
    List<Draft> openOf(Collection<String> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from tidig.draft where organisation in (:organisations) and not submitted
                                order by coalesce(saved_at, begun_at) desc, id
                                """)
                        .param("organisations", organisations)
                        .query(Drafts::draft)
                        .list();
    }

    /** @return whether it was added; false if the organisation has an open draft in the call by now */
    boolean add(Draft draft) {
        return jdbc.sql(
                                """
                                insert into tidig.draft
                                    (id, call, organisation, begun_by, begun_at, version, told_form, told_closing)
                                values (?, ?, ?, ?, ?, 0, ?, ?)
                                on conflict (call, organisation) where not submitted do nothing
                                """)
                        .params(
                                draft.id(),
                                draft.call().value(),
                                draft.organisation(),
                                draft.begunBy(),
                                at(draft.begunAt()),
                                JsonColumn.of(draft.toldForm()),
                                at(draft.toldClosing()))
                        .update()
                == 1;
    }

    /** Its writers have been told of the questions and of the closing time. */
    void tell(UUID id, Map<String, KnownQuestion> form, Instant closing) {
        jdbc.sql("update tidig.draft set told_form = ?, told_closing = ? where id = ?")
                .params(JsonColumn.of(form), at(closing), id)
                .update();
    }

    void submitted(UUID id) {
        jdbc.sql("update tidig.draft set submitted = true where id = ?")
                .param(id)
                .update();
    }

    /** What is typed, by question. */
    Map<String, TypedAnswer> answers(UUID id) {
        var answers = new LinkedHashMap<String, TypedAnswer>();
        jdbc.sql("select question, value, by, at from tidig.draft_answer where draft = ?")
                .param(id)
                .query((row, number) -> new TypedAnswer(
                        row.getString("question"),
                        value(row.getString("value")),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .forEach(answer -> answers.put(answer.question(), answer));
        return answers;
    }

    /** What has been saved in the questions since the version, in order, by question. */
    Map<String, List<AnswerChange>> changes(UUID id, int version) {
        var changes = new LinkedHashMap<String, List<AnswerChange>>();
        jdbc.sql(
                        """
                        select question, before, mine, page from tidig.draft_change
                        where draft = ? and version > ? order by version
                        """)
                .params(id, version)
                .query(row -> {
                    changes.computeIfAbsent(row.getString("question"), first -> new ArrayList<>())
                            .add(new AnswerChange(
                                    value(row.getString("before")),
                                    value(row.getString("mine")),
                                    row.getString("page")));
                });
        return changes;
    }

    /** Writes the changes as the draft's next version. */
    int write(Draft draft, List<Written> changes, String page, String by, Instant at) {
        var version = draft.version() + 1;
        jdbc.sql("update tidig.draft set version = ?, saved_by = ?, saved_at = ? where id = ?")
                .params(version, by, at(at), draft.id())
                .update();
        var questions = texts(changes, Written::question);
        jdbc.sql(
                        """
                        insert into tidig.draft_change (draft, question, version, before, mine, page, by, at)
                        select ?, question, ?, cast(before as jsonb), cast(mine as jsonb), ?, ?, ?
                        from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]))
                            as changed (question, before, mine)
                        """)
                .params(
                        draft.id(),
                        version,
                        page,
                        by,
                        at(at),
                        questions,
                        texts(changes, change -> text(change.before())),
                        texts(
                                changes,
                                change -> AnswerMerge.same(change.now(), change.mine()) ? null : text(change.mine())))
                .update();
        jdbc.sql(
                        """
                        insert into tidig.draft_answer (draft, question, value, by, at)
                        select ?, question, cast(value as jsonb), ?, ?
                        from unnest(cast(? as text[]), cast(? as text[])) as now (question, value)
                        where value is not null
                        on conflict (draft, question) do update
                            set value = excluded.value, by = excluded.by, at = excluded.at
                        """)
                .params(draft.id(), by, at(at), questions, texts(changes, change -> text(change.now())))
                .update();
        jdbc.sql("delete from tidig.draft_answer where draft = ? and question = any (?)")
                .params(
                        draft.id(),
                        texts(
                                changes.stream()
                                        .filter(change -> change.now() == null)
                                        .toList(),
                                Written::question))
                .update();
        return version;
    }

    /**
     * An answer that is saved.
     *
     * @param before what was typed until now
     * @param now what is typed from now on
     * @param mine what the page sent
     */
    record Written(String question, Object before, Object now, Object mine) {}

    private static String[] texts(List<Written> changes, Function<Written, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    private static String text(Object value) {
        return value == null ? null : JsonColumn.text(Map.of(VALUE, value));
    }

    /** The part has been saved. */
    void savePart(UUID id, String part, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into tidig.draft_part (draft, part, by, at) values (?, ?, ?, ?)
                        on conflict (draft, part) do update set by = excluded.by, at = excluded.at
                        """)
                .params(id, part, by, at(at))
                .update();
    }

    /** When each part was last saved, by part. */
    Map<String, PartSave> savedParts(UUID id) {
        var saved = new LinkedHashMap<String, PartSave>();
        jdbc.sql("select part, by, at from tidig.draft_part where draft = ?")
                .param(id)
                .query(row -> {
                    saved.put(
                            row.getString("part"),
                            new PartSave(
                                    row.getString("by"), row.getTimestamp("at").toInstant()));
                });
        return saved;
    }

    /** The person has the part open; {@code since} stays as long as the person stays in it. */
    void visit(UUID id, String person, String part, Instant at, Instant gone) {
        jdbc.sql(
                        """
                        insert into tidig.draft_visit (draft, person, part, since, at) values (:draft, :person, :part, :at, :at)
                        on conflict (draft, person) do update set part = excluded.part, at = excluded.at,
                            since = case when draft_visit.part = excluded.part and draft_visit.at > :gone
                                then draft_visit.since else excluded.since end
                        """)
                .param("draft", id)
                .param("person", person)
                .param("part", part)
                .param("at", at(at))
                .param("gone", at(gone))
                .update();
    }

    /** Who has had a part open after the instant, but for the person. */
    List<Visit> others(UUID id, String person, Instant after) {
        return jdbc.sql(
                        """
                        select person, part, since from tidig.draft_visit
                        where draft = ? and person <> ? and at > ? order by since
                        """)
                .params(id, person, at(after))
                .query((row, number) -> new Visit(
                        row.getString("person"),
                        row.getString("part"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    static Object json(Object value) {
        return value == null ? null : JsonColumn.of(Map.of(VALUE, value));
    }

    static Object value(String json) {
        return json == null ? null : JsonColumn.map(json).get(VALUE);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                Reference.of(row.getString("call")),
                row.getString("organisation"),
                row.getString("begun_by"),
                row.getTimestamp("begun_at").toInstant(),
                row.getInt("version"),
                row.getString("saved_by"),
                instant(row.getTimestamp("saved_at")),
                JsonColumn.read(row.getString("told_form"), new TypeReference<Map<String, KnownQuestion>>() {}),
                row.getTimestamp("told_closing").toInstant(),
                row.getBoolean("submitted"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
