package se.tidig.notification;

import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mails over the SMTP server of {@code spring.mail.*}. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpTransport implements MailTransport {

    private final JavaMailSender sender;

    SmtpTransport(JavaMailSender sender) {
        this.sender = sender;
    }

    @Override
    public void send(MimeMessage mail) {
        try {
            sender.send(mail);
        } catch (MailException e) {
            throw new IllegalStateException(
                    "E-postservern tog inte emot meddelandet. Kontrollera att den är i gång och försök igen. ("
                            + e.getMostSpecificCause().getMessage() + ")",
                    e);
        }
    }
}
