package se.tidig.notification;

import jakarta.mail.internet.MimeMessage;

/** Sends mails: over SMTP if {@code spring.mail.host} is set, otherwise as files in {@code data/mail}. */
public interface MailTransport {

    /** @throws IllegalStateException with a Swedish sentence, if the mail could not be handed over */
    void send(MimeMessage mail);
}
