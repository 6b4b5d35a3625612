package se.tidig.application.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.JsonColumn;
import se.tidig.Reference;

/** The drafts that have become applications; a stored one never changes. */
@Repository
class Submissions {

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Submission> of(UUID draft) {
        return jdbc.sql("select * from tidig.draft_submission where draft = ?")
                .param(draft)
                .query(Submissions::submission)
                .optional();
    }

    Optional<Submission> ofReference(Reference reference) {
        return jdbc.sql("select * from tidig.draft_submission where reference = ?")
                .param(reference.value())
                .query(Submissions::submission)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the draft has been submitted */
    void add(Submission submission) {
        jdbc.sql(
                        """
                        insert into tidig.draft_submission
                            (draft, reference, submitted_by, signer, role, capacity, received_at, answers)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        submission.draft(),
                        submission.reference().value(),
                        submission.submittedBy(),
                        submission.signer(),
                        submission.role(),
                        submission.capacity().name(),
                        Drafts.at(submission.receivedAt()),
                        JsonColumn.of(submission.answers()))
                .update();
    }

    private static Submission submission(ResultSet row, int number) throws SQLException {
        return new Submission(
                row.getObject("draft", UUID.class),
                Reference.of(row.getString("reference")),
                row.getString("submitted_by"),
                row.getString("signer"),
                row.getString("role"),
                Signing.Capacity.valueOf(row.getString("capacity")),
                row.getTimestamp("received_at").toInstant(),
                JsonColumn.map(row.getString("answers")));
    }
}
