package se.tidig;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.notification.AccountMailService;

/** The mails about accounts and organisations that an address has got. */
@Component
public class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final AccountMailService mails;
    private final JdbcClient jdbc;
    private final Path dataDir;

    Mailbox(AccountMailService mails, JdbcClient jdbc, @Value("${tidig.data-dir}") Path dataDir) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.dataDir = dataDir;
    }

    /** The kinds of the mails to the address, in the order in which they were written. */
    public List<String> kinds(String address) {
        mails.sendWaiting();
        return jdbc.sql("select kind from tidig.account_mail where recipient = ? and sent_at is not null"
                        + " order by asked_at, id")
                .param(address)
                .query(String.class)
                .list();
    }

    /** The newest mail of the kind to the address: its subject and text. */
    public String newest(String address, String kind) {
        mails.sendWaiting();
        var id = jdbc.sql("select id from tidig.account_mail where recipient = ? and kind = ? and sent_at is not null"
                        + " order by asked_at desc limit 1")
                .params(address, kind)
                .query(UUID.class)
                .single();
        try (var in = Files.newInputStream(dataDir.resolve("mail").resolve(id + ".eml"))) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return message.getSubject() + "\n" + message.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link in the newest mail of the kind to the address. */
    public String link(String address, String kind) {
        var found = LINK.matcher(newest(address, kind));
        if (!found.find()) {
            throw new AssertionError("No link in the mail");
        }
        return found.group(1);
    }
}
