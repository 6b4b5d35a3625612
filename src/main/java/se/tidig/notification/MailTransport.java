package se.tidig.notification;

import jakarta.mail.internet.MimeMessage;

/** How mails leave: over SMTP where {@code spring.mail.host} is set, otherwise as files in {@code data/mail}. */
public interface MailTransport {

    /** @throws IllegalStateException with a Swedish sentence where the mail could not be handed over */
    void send(MimeMessage mail);
}
