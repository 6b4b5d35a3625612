package se.tidig.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Reference;

/** The mails that have been sent to the parties of cases. The caller checks who may read them. */
@Repository
public class SentMails {

    private final JdbcClient jdbc;

    SentMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the party has been sent in the case and about its milestones, newest first. */
    public List<SentMail> toParty(Reference reference) {
        return jdbc.sql(
                        """
                        select sent_at, subject, text, documents from tidig.mail
                        where addressee = 'applicant' and (reference = ? or reference like ?)
                        order by sent_at desc, message_id
                        """)
                .params(reference.value(), reference + "-M%")
                .query((row, number) -> new SentMail(
                        row.getTimestamp("sent_at").toInstant(),
                        row.getString("subject"),
                        row.getString("text"),
                        List.of((UUID[]) row.getArray("documents").getArray())))
                .list();
    }
}
