package se.tidig.application;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers of persons to findings. All answers are kept; the latest per code counts. */
@Repository
public class FindingAnswers {

    private final JdbcClient jdbc;

    FindingAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String reference, FindingAnswer answer) {
        jdbc.sql(
                        """
                        insert into tidig.finding_answer (reference, board, code, position, reason, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        reference,
                        Application.boardOf(reference),
                        answer.code(),
                        answer.position().name(),
                        answer.reason(),
                        answer.actor(),
                        answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The answers that count, by the finding's code. */
    public Map<String, FindingAnswer> of(String reference) {
        var answers = new LinkedHashMap<String, FindingAnswer>();
        jdbc.sql("select * from tidig.finding_answer where reference = ? order by id")
                .param(reference)
                .query((row, number) -> new FindingAnswer(
                        row.getString("code"),
                        FindingAnswer.Position.valueOf(row.getString("position")),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .forEach(answer -> answers.put(answer.code(), answer));
        return answers;
    }

    /** The codes of the findings that a person has set aside. */
    public List<String> setAside(String reference) {
        return of(reference).values().stream()
                .filter(answer -> answer.position() == FindingAnswer.Position.SET_ASIDE)
                .map(FindingAnswer::code)
                .toList();
    }
}
