package se.tidig.prioritisation;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Reference;

/** Applications of a call in the state that the earlier stages leave, without their processes. */
public class RankedApplications {

    private final JdbcClient jdbc;
    private final Reference call;
    private int number;

    public RankedApplications(JdbcClient jdbc, Reference call) {
        this.jdbc = jdbc;
        this.call = call;
    }

    /** The reference of an assessed one. */
    public Reference assessed(double score, long maxGrant) {
        var reference = unassessed(maxGrant);
        assess(reference, score);
        return reference;
    }

    /** The reference of one under review. */
    public Reference unassessed(long maxGrant) {
        number++;
        var reference = Reference.of("%s-%03d".formatted(call, number));
        jdbc.sql(
                        """
                        insert into tidig.application (reference, call, board, number, organisation_number,
                            applicant_name, email, status, received_at, entered_at, requested_amount, answers, version)
                        values (?, ?, 'K', ?, '8020024280', ?, 'a@example.org', 'UNDER_REVIEW', ?, ?, ?,
                            '{"focusAreas": ["swedish"]}', 1)
                        """)
                .params(
                        reference.value(),
                        call.value(),
                        number,
                        "Förening " + number,
                        Timestamp.from(Instant.parse("2026-11-02T09:00:00Z")),
                        Timestamp.from(Instant.parse("2026-11-02T09:00:00Z")),
                        maxGrant)
                .update();
        jdbc.sql(
                        """
                        insert into tidig.eligibility_record (reference, board, checked_at, facts, findings, outcome,
                            max_grant, eligible_cost, completion)
                        values (?, 'K', ?, '{}', '[]', 'ELIGIBLE', ?, ?,
                            '{"roundsLeft": 2, "kind": "INFORMAL", "days": 14}')
                        """)
                .params(reference.value(), Timestamp.from(Instant.parse("2026-11-03T09:00:00Z")), maxGrant, maxGrant)
                .update();
        return reference;
    }

    /** Gives it its score. */
    public void assess(Reference reference, double score) {
        jdbc.sql(
                        """
                        insert into tidig.assessment_result (reference, board, score, grounds, assessed_at, version)
                        values (?, 'K', ?, '{}', ?, 1)
                        """)
                .params(
                        reference.value(),
                        BigDecimal.valueOf(score),
                        Timestamp.from(Instant.parse("2026-11-10T09:00:00Z")))
                .update();
        status(reference, "ASSESSED");
    }

    void status(Reference reference, String status) {
        jdbc.sql("update tidig.application set status = ? where reference = ?")
                .params(status, reference.value())
                .update();
    }
}
