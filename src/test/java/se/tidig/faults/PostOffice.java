package se.tidig.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The SMTP server, which can be away; it keeps the mails it has accepted. */
final class PostOffice implements AutoCloseable {

    private final ServerSetup setup;
    private final List<Taken> earlier = new ArrayList<>();
    private GreenMail server;

    PostOffice(int port) {
        // It logs every mailbox it makes.
        ((Logger) LoggerFactory.getLogger("com.icegreen.greenmail")).setLevel(Level.WARN);
        setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        open();
    }

    /** A mail as the server accepted it. */
    record Taken(String messageId, String to, String subject) {}

    synchronized void open() {
        server = new GreenMail(setup);
        server.start();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            // The server forgets its mailboxes when it stops.
            var mailboxes = server.getManagers().getImapHostManager();
            server.stop();
            server = null;
            earlier.addAll(read(mailboxes));
        }
    }

    /** All mails ever accepted, a repeated mail as often as it came. */
    synchronized List<Taken> taken() {
        var all = new ArrayList<>(earlier);
        if (server != null) {
            all.addAll(read(server.getManagers().getImapHostManager()));
        }
        return all;
    }

    private static List<Taken> read(ImapHostManager mailboxes) {
        return mailboxes.getAllMessages().stream()
                .map(mail -> taken(mail.getMimeMessage()))
                .toList();
    }

    private static Taken taken(MimeMessage mail) {
        try {
            return new Taken(
                    mail.getMessageID(), mail.getRecipients(RecipientType.TO)[0].toString(), mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
