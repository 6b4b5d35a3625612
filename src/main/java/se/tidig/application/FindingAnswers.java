package se.tidig.application;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.Reference;

/** The answers of persons to findings. All answers are kept; the latest per code counts. */
@Repository
public class FindingAnswers {

    private final JdbcClient jdbc;

    FindingAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Reference reference, FindingAnswer answer) {
        jdbc.sql(
                        """
                        insert into tidig.finding_answer (reference, board, code, position, reason, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        reference.value(),
                        reference.board(),
                        answer.code(),
                        answer.position().name(),
                        answer.reason(),
                        Actor.text(answer.actor()),
                        answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The answers that count, by the finding's code. */
    public Map<String, FindingAnswer> of(Reference reference) {
        var answers = new LinkedHashMap<String, FindingAnswer>();
        jdbc.sql("select * from tidig.finding_answer where reference = ? order by id")
                .param(reference.value())
                .query((row, number) -> new FindingAnswer(
                        row.getString("code"),
                        FindingAnswer.Position.valueOf(row.getString("position")),
                        row.getString("reason"),
                        Actor.of(row.getString("actor")),
                        row.getTimestamp("at").toInstant()))
                .list()
                .forEach(answer -> answers.put(answer.code(), answer));
        return answers;
    }

    /** The codes of the findings that a person has set aside. */
    public List<String> setAside(Reference reference) {
        return of(reference).values().stream()
                .filter(answer -> answer.position() == FindingAnswer.Position.SET_ASIDE)
                .map(FindingAnswer::code)
                .toList();
    }
}
