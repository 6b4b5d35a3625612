package se.tidig.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.tidig.organisation.Board;

/**
 * The account that external task workers use over REST. It belongs to every board and has access to external tasks
 * only. If {@code tidig.worker.password} is not set, a password is created at the first start and stored in the file
 * {@code worker-password} of the data folder. If several nodes use one database, the setting is required.
 */
@Component
public class WorkerAccount {

    /** The user id. */
    public static final String ID = "worker";

    /** The group of the worker account; no task has it as candidate. */
    public static final String GROUP = "workers";

    private final StaffRegister register;
    private final PasswordEncoder encoder;
    private final String password;

    WorkerAccount(
            StaffRegister register,
            PasswordEncoder encoder,
            @Value("${tidig.worker.password:}") String configured,
            @Value("${tidig.data-dir}") Path dataDir)
            throws IOException {
        this.register = register;
        this.encoder = encoder;
        this.password = configured.isBlank() ? kept(dataDir.resolve("worker-password")) : configured;
        save();
    }

    /** The password in plain text, for the client of the workers. */
    public String password() {
        return password;
    }

    private void save() {
        var known = register.find(ID);
        if (known.isEmpty() || !encoder.matches(password, known.get().password())) {
            register.save(new Staff(
                    ID,
                    "Tidigs arbetare",
                    "worker@localhost",
                    encoder.encode(password),
                    Set.of(GROUP),
                    EnumSet.allOf(Board.class),
                    true));
        }
    }

    private static String kept(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + System.lineSeparator());
        return password;
    }
}
