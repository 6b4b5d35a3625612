package se.tidig.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.JsonColumn;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.form.Answers;

/** Everything that has come in as reports, word for word, and the result of each check. */
@Repository
public class ReportArchive {

    /** How a report was received. */
    public enum Reception {
        /** It was awaited. */
        TAKEN("Den tas upp till granskning."),
        /** One had already come. */
        AGAIN("En redovisning har redan kommit in, den här läggs till handlingarna."),
        /** The grant awaited no report. */
        NOT_AWAITED("Ingen redovisning väntas, den läggs till handlingarna."),
        /** It was for a milestone of another case. */
        OTHER_CASE("Den gäller ett annat ärende och läggs till handlingarna.");

        private final String swedish;

        Reception(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /**
     * @param milestone null if it answers none
     * @param enteredBy user id, or the recipient's name if it came through the portal
     */
    public record Submission(
            Reference reference,
            MilestoneKey milestone,
            Instant receivedAt,
            Actor enteredBy,
            Reception reception,
            Answers answers) {}

    private final JdbcClient jdbc;

    ReportArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(Submission submission) {
        jdbc.sql(
                        """
                        insert into tidig.report_submission
                            (reference, milestone, received_at, entered_by, reception, answers)
                        values (:reference, :milestone, :receivedAt, :enteredBy, :reception, cast(:answers as jsonb))
                        """)
                .param("reference", submission.reference().value())
                .param(
                        "milestone",
                        submission.milestone() == null
                                ? null
                                : submission.milestone().toString())
                .param("receivedAt", Timestamp.from(submission.receivedAt()))
                .param("enteredBy", Actor.text(submission.enteredBy()))
                .param("reception", submission.reception().name())
                .param("answers", JsonColumn.text(submission.answers().values()))
                .update();
    }

    /** The report as last received; empty before it has come. */
    public Optional<Answers> latest(MilestoneKey milestone) {
        return jdbc.sql(
                        """
                        select answers from tidig.report_submission
                        where milestone = :milestone and reception = 'TAKEN' order by id desc limit 1
                        """)
                .param("milestone", milestone.toString())
                .query(String.class)
                .optional()
                .map(json -> new Answers(JsonColumn.read(json, new TypeReference<Map<String, Object>>() {})));
    }

    /** Everything that has come in for the case, oldest first. */
    public List<Submission> ofCase(Reference reference) {
        return jdbc.sql("select * from tidig.report_submission where reference = :reference order by id")
                .param("reference", reference.value())
                .query((row, number) -> new Submission(
                        Reference.of(row.getString("reference")),
                        MilestoneKey.of(row.getString("milestone")),
                        row.getTimestamp("received_at").toInstant(),
                        Actor.of(row.getString("entered_by")),
                        Reception.valueOf(row.getString("reception")),
                        new Answers(JsonColumn.read(
                                row.getString("answers"), new TypeReference<Map<String, Object>>() {}))))
                .list();
    }

    void storeCheck(MilestoneKey milestone, Instant at, Map<String, Object> facts, List<ReportFinding> findings) {
        jdbc.sql(
                        """
                        insert into tidig.report_check (milestone, checked_at, facts, findings)
                        values (:milestone, :at, cast(:facts as jsonb), cast(:findings as jsonb))
                        """)
                .param("milestone", milestone.toString())
                .param("at", Timestamp.from(at))
                .param("facts", JsonColumn.text(facts))
                .param("findings", JsonColumn.text(findings))
                .update();
    }

    /** The result of the latest check; empty before the first. */
    public List<ReportFinding> findings(MilestoneKey milestone) {
        return jdbc.sql(
                        """
                        select findings from tidig.report_check where milestone = :milestone order by id desc limit 1
                        """)
                .param("milestone", milestone.toString())
                .query(String.class)
                .optional()
                .map(json -> JsonColumn.read(json, new TypeReference<List<ReportFinding>>() {}))
                .orElse(List.of());
    }
}
