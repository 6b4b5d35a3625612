package se.tidig.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes each mail to a file {@code <Message-ID>.eml}; a repeated mail overwrites its file. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "\0")
class FolderTransport implements MailTransport {

    private final Path folder;

    FolderTransport(@Value("${tidig.data-dir}") Path dataDir) {
        this.folder = dataDir.resolve("mail");
    }

    @Override
    public void send(MimeMessage mail) {
        try {
            Files.createDirectories(folder);
            var name = mail.getMessageID().replaceAll("[<>]", "").replaceAll("@.*", "");
            var draft = Files.createTempFile(folder, name, ".tmp");
            try (var out = Files.newOutputStream(draft)) {
                mail.writeTo(out);
            }
            Files.move(
                    draft,
                    folder.resolve(name + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(
                    "Meddelandet kunde inte skrivas till mappen " + folder + ". Kontrollera att Tidig får skriva där.",
                    e);
        }
    }
}
