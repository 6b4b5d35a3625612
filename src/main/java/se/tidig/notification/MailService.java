package se.tidig.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.document.Document;

/**
 * Sends each mail once. Only if Tidig is killed between the mail server's acceptance and the commit is the mail sent
 * again, with the same Message-ID.
 */
@Service
public class MailService {

    private final RecipientService recipients;
    private final MailWriter writer;
    private final MailTransport transport;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailService(RecipientService recipients, MailWriter writer, MailTransport transport, JdbcClient jdbc, Clock clock) {
        this.recipients = recipients;
        this.writer = writer;
        this.transport = transport;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sends the mail, unless it has been sent before or has no recipient. */
    @Transactional
    public void send(Mail mail) {
        var to = recipients.of(mail.to(), mail.task());
        if (to.to().isEmpty() || wasSent(writer.messageId(mail))) {
            return;
        }
        try {
            var attached = writer.attached(mail);
            var text = writer.text(mail);
            var message = writer.write(mail, text, to, attached);
            // Recorded first, so that a second worker on the same mail waits here for the first one's commit.
            record(mail, message, writer.onMyPages(mail), to.written(), attached);
            transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(
                    "Mejlet " + mail.name() + " till " + to.written() + " kunde inte skrivas. Kontrollera adressen. ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private boolean wasSent(String messageId) {
        return jdbc.sql("select count(*) from tidig.mail where message_id = ?")
                        .param(messageId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void record(Mail mail, MimeMessage message, MailWriter.Text text, String to, List<Document> attached)
            throws MessagingException {
        jdbc.sql(
                        """
                        insert into tidig.mail
                            (message_id, reference, board, mail, addressee, recipients, subject, text, sent_at, documents)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        message.getMessageID(),
                        Objects.toString(mail.task().reference(), null),
                        mail.task().board(),
                        mail.name(),
                        mail.to(),
                        to,
                        text.subject(),
                        text.body(),
                        Timestamp.from(clock.instant()),
                        attached.stream().map(Document::id).toArray(UUID[]::new))
                .update();
    }
}
