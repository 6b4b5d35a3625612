package se.tidig.form;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.JsonColumn;
import se.tidig.Reference;

/** The journal of what people have answered; added to when a form is accepted, never changed. */
@Repository
public class FormAnswers {

    private static final String LATEST =
            """
            select * from (
                select distinct on (process, element) * from tidig.form_answer
                where reference = :reference %s
                order by process, element, process_instance is not distinct from :own desc, id desc) latest
            order by process_instance is not distinct from :own desc, id desc
            """;

    private final JdbcClient jdbc;

    FormAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All answers of the case, oldest first. */
    public List<FormAnswer> of(Reference reference) {
        return jdbc.sql("select * from tidig.form_answer where reference = ? order by id")
                .param(reference.value())
                .query(FormAnswers::answer)
                .list();
    }

    /** The latest answer given at the element in the case. */
    public Optional<FormAnswer> latest(Reference reference, String element) {
        return jdbc.sql("select * from tidig.form_answer where reference = ? and element = ? order by id desc limit 1")
                .param(reference.value())
                .param(element)
                .query(FormAnswers::answer)
                .optional();
    }

    /**
     * What was last answered in the case at each task and start with one of the forms; newest first, but before all others
     * what was answered in one process instance.
     *
     * @param own the process instance's id; null for none
     */
    public List<FormAnswer> latest(Reference reference, Collection<String> forms, String own) {
        return jdbc.sql(LATEST.formatted("and form in (:forms)"))
                .param("reference", reference.value())
                .param("forms", forms)
                .param("own", own, Types.VARCHAR)
                .query(FormAnswers::answer)
                .list();
    }

    /** What was last answered in the case at each task and start; newest first. */
    public List<FormAnswer> latest(Reference reference) {
        return jdbc.sql(LATEST.formatted("and form is not null"))
                .param("reference", reference.value())
                .param("own", null, Types.VARCHAR)
                .query(FormAnswers::answer)
                .list();
    }

    /** The answer that completed the task. */
    public Optional<FormAnswer> ofTask(String taskId) {
        return jdbc.sql("select * from tidig.form_answer where task_id = ?")
                .param(taskId)
                .query(FormAnswers::answer)
                .optional();
    }

    /**
     * What the person has started with the same answers to the same form after that instant. Until the transaction ends
     * the person's other attempts with the same answers wait here.
     */
    public Optional<FormAnswer> started(String form, Actor actor, Answers answers, Instant after) {
        var given = JsonColumn.text(answers.values());
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, jsonb_hash_extended(cast(? as jsonb), 0)))")
                .params("start of " + form + " by " + actor, given)
                .query(rows -> {});
        return jdbc.sql(
                        """
                        select * from tidig.form_answer
                        where actor = :actor and form = :form and task_id is null and at > :after
                            and jsonb_hash_extended(answers, 0) = jsonb_hash_extended(cast(:answers as jsonb), 0)
                            and answers = cast(:answers as jsonb)
                        order by id desc limit 1
                        """)
                .param("actor", Actor.text(actor))
                .param("form", form)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("answers", given)
                .query(FormAnswers::answer)
                .optional();
    }

    /** The first of the elements that the person has done in the process instance. */
    public Optional<String> doneBy(Actor actor, String processInstance, Collection<String> elements) {
        return elements.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select element from tidig.form_answer where process_instance = :instance"
                                + " and actor = :actor and element in (:elements) order by id limit 1")
                        .param("instance", processInstance)
                        .param("actor", Actor.text(actor))
                        .param("elements", elements)
                        .query(String.class)
                        .optional();
    }

    /**
     * Adds what starts a process before it is started, so that its first steps know the answers.
     *
     * @param answer without a process instance
     * @return its number, for {@link #hasStarted}
     */
    public long begin(FormAnswer answer) {
        return insert(answer).query(Long.class).single();
    }

    /** The process that the answer of that number started, in the same transaction. */
    public void hasStarted(long answer, String processInstance) {
        jdbc.sql("update tidig.form_answer set process_instance = ? where id = ?")
                .params(processInstance, answer)
                .update();
    }

    /** Adds an accepted answer, in the transaction that completes the task. */
    public void add(FormAnswer answer) {
        insert(answer).query(Long.class).single();
    }

    private JdbcClient.StatementSpec insert(FormAnswer answer) {
        return jdbc.sql(
                        """
                        insert into tidig.form_answer (reference, board, process, process_instance, element, form,
                            form_version, deployment, task_id, actor, at, answers)
                        values (:reference, :board, :process, :instance, :element, :form,
                            :version, :deployment, :task, :actor, :at, cast(:answers as jsonb))
                        returning id
                        """)
                .param("reference", Objects.toString(answer.reference(), null))
                .param("board", answer.board())
                .param("process", answer.process())
                .param("instance", Objects.toString(answer.processInstance(), ""))
                .param("element", answer.element())
                .param("form", answer.form())
                .param("version", answer.formVersion())
                .param("deployment", answer.deployment())
                .param("task", answer.taskId())
                .param("actor", Actor.text(answer.actor()))
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .param("answers", JsonColumn.text(answer.answers().values()));
    }

    private static FormAnswer answer(ResultSet row, int number) throws SQLException {
        return new FormAnswer(
                Reference.of(row.getString("reference")),
                row.getString("board"),
                row.getString("process"),
                row.getString("process_instance"),
                row.getString("element"),
                row.getString("form"),
                row.getObject("form_version", Integer.class),
                row.getString("deployment"),
                row.getString("task_id"),
                Actor.of(row.getString("actor")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Answers(values(row.getString("answers"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(String json) {
        return (Map<String, Object>) Plain.of(JsonColumn.read(json, new TypeReference<Map<String, Object>>() {}));
    }
}
