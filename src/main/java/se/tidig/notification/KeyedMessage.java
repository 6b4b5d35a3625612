package se.tidig.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** A message that keeps its Message-ID; Jakarta Mail would create a new one at every save. */
final class KeyedMessage extends MimeMessage {

    private final String id;

    /** @param id with its angle brackets */
    KeyedMessage(String id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
