package se.tidig.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import se.tidig.bundle.CaseTextSource;
import se.tidig.document.Document;
import se.tidig.document.Documents;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;

/** Writes the message: the bundle's text filled in from the case, as text and HTML, with documents attached. */
@Component
class MailWriter {

    private static final String SUBJECT = "Ämne:";

    private final CaseTextSource texts;
    private final TemplateFiller templates;
    private final Documents documents;
    private final Clock clock;
    private final String from;

    MailWriter(
            CaseTextSource texts,
            TemplateFiller templates,
            Documents documents,
            Clock clock,
            @Value("${tidig.mail.from:tidig@lansstyrelsen.example}") String from) {
        this.texts = texts;
        this.templates = templates;
        this.documents = documents;
        this.clock = clock;
        this.from = from;
    }

    /** The latest document of each kind that is attached. */
    List<Document> attached(Mail mail) {
        return mail.attach().stream()
                .map(kind -> documents
                        .latest(mail.task().reference(), kind)
                        .orElseThrow(() -> new IllegalStateException("Ärendet "
                                + mail.task().reference() + " har ingen handling av slaget " + kind
                                + " att bifoga.")))
                .toList();
    }

    /** The words of a mail, filled in from the case. */
    record Text(String subject, String body) {}

    /** As the mail says it to whoever opens the letter box. */
    Text text(Mail mail) {
        return text(mail, mail.task());
    }

    /** As the party reads it after log-in. */
    Text onMyPages(Mail mail) {
        return text(mail, mail.onMyPages());
    }

    private Text text(Mail mail, CaseTask about) {
        var filled = templates.text(text(mail, ".txt"), about);
        var end = filled.indexOf('\n');
        if (!filled.startsWith(SUBJECT) || end < 0) {
            throw new IllegalStateException("Mejlet forms/mails/" + mail.name()
                    + ".txt ska börja med en rad \"Ämne: ...\". Rätta texten och publicera på nytt.");
        }
        return new Text(
                filled.substring(SUBJECT.length(), end).strip(),
                filled.substring(end).strip() + "\n");
    }

    MimeMessage write(Mail mail, Text text, RecipientService.Addressees recipients, List<Document> attached)
            throws MessagingException {
        var message = new KeyedMessage(messageId(mail));
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        if (mail.to().equals("subscribers")) {
            // Subscribers must not see each other's addresses.
            helper.setTo(from);
            helper.setBcc(recipients.to().toArray(String[]::new));
        } else {
            helper.setTo(recipients.to().toArray(String[]::new));
            helper.setCc(recipients.copies().toArray(String[]::new));
        }
        helper.setSubject(text.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(text.body(), templates.html(text(mail, ".html"), mail.task()));
        for (var document : attached) {
            helper.addAttachment(
                    document.filename(), new ByteArrayResource(documents.content(document)), document.contentType());
        }
        message.saveChanges();
        return message;
    }

    /** The same for every attempt of the same mail, so that a receiver can recognise a repeat. */
    String messageId(Mail mail) {
        return "<" + mail.key() + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }

    private String text(Mail mail, String ending) {
        var path = "forms/mails/" + mail.name() + ending;
        return texts.read(mail.task().reference(), mail.task().processInstance(), path)
                .orElseThrow(() -> new IllegalStateException(
                        path + " finns inte i ärendets version av modellerna. Lägg till den och publicera på nytt."));
    }
}
