package se.tidig.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.DecisionPlay;

/** The receipt of an application names the applicant, also if the name is written from right to left. */
@TidigTest
class MailDirectionTest {

    private static final String NAME = "جمعية محمد 17";

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private JdbcClient jdbc;

    @Value("${tidig.data-dir}")
    private Path dataDir;

    @Test
    void theReceiptIsolatesARightToLeftName() throws Exception {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationName", NAME));

        var receipt = receipt(reference);
        assertThat(content(receipt, "text/plain")).contains("ansökan från \u2068" + NAME + "\u2069 om statsbidrag");
        assertThat(content(receipt, "text/html")).contains("<bdi>" + NAME + "</bdi>");
    }

    private MimeMessage receipt(Reference reference) throws Exception {
        var id = jdbc.sql("select message_id from tidig.mail where reference = ? and mail = 'application-received'")
                .param(reference.value())
                .query(String.class)
                .single();
        var file = dataDir.resolve("mail").resolve(id.replaceAll("[<>]|@.*", "") + ".eml");
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    /** The first part of the type anywhere in the message; null if there is none. */
    private static String content(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = content(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
