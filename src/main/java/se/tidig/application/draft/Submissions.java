package se.tidig.application.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.JsonColumn;
import se.tidig.Reference;

/** The drafts that have become applications; a stored one never changes. */
@Repository
class Submissions {

    private static final String SELECT =
            """
            select s.*, second.signed_by, second.signer as second_signer, second.role as second_role, second.signed_at
            from tidig.draft_submission s
            left join tidig.draft_second_signature second on second.draft = s.draft
            """;

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Submission> of(UUID draft) {
        return jdbc.sql(SELECT + "where s.draft = ?")
                .param(draft)
                .query(Submissions::submission)
                .optional();
    }

    Optional<Submission> ofReference(Reference reference) {
        return jdbc.sql(SELECT + "where s.reference = ?")
                .param(reference.value())
                .query(Submissions::submission)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the draft has been submitted */
    void add(Submission submission) {
        jdbc.sql(
                        """
                        insert into tidig.draft_submission
                            (draft, reference, submitted_by, signer, role, capacity, received_at, second_email, answers)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        submission.draft(),
                        submission.reference().value(),
                        submission.submittedBy(),
                        submission.signer(),
                        submission.role(),
                        submission.capacity().name(),
                        Drafts.at(submission.receivedAt()),
                        submission.secondEmail(),
                        JsonColumn.of(submission.answers()))
                .update();
    }

    /** Those that two sign together and only one has signed, which the person may sign. */
    List<Submission> unsigned(String person) {
        return jdbc.sql(
                        SELECT
                                + """
                        join tidig.draft d on d.id = s.draft
                        where s.second_email is not null and second.draft is null
                            and (exists (select from tidig.membership m join tidig.applicant_person p on p.id = m.person
                                    where m.organisation = d.organisation and p.email = :person and m."right" = 'SUBMIT')
                                or exists (select from tidig.draft_guest g where g.draft = d.id and g.email = :person
                                    and g."right" = 'SUBMIT' and g.accepted_at is not null and g.ended_at is null))
                        order by s.received_at
                        """)
                .param("person", person)
                .query(Submissions::submission)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the second has signed */
    void sign(UUID draft, SecondSignature second) {
        jdbc.sql(
                        """
                        insert into tidig.draft_second_signature (draft, signed_by, signer, role, signed_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(draft, second.signedBy(), second.signer(), second.role(), Drafts.at(second.signedAt()))
                .update();
    }

    private static SecondSignature second(ResultSet row) throws SQLException {
        return row.getString("signed_by") == null
                ? null
                : new SecondSignature(
                        row.getString("signed_by"),
                        row.getString("second_signer"),
                        row.getString("second_role"),
                        row.getTimestamp("signed_at").toInstant());
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
                row.getString("second_email"),
                second(row),
                JsonColumn.map(row.getString("answers")));
    }
}
