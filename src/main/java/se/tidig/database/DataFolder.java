package se.tidig.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import se.tidig.CannotStart;

/**
 * The folder of the embedded database. One JVM at a time holds its lock, which is released when the JVM ends, also
 * after a crash.
 *
 * <pre>
 * postgres/          the server's data
 * postgres.log       what the server writes
 * postgres-password  for this installation only, readable by its owner
 * tidig.lock         held while Tidig runs
 * </pre>
 */
class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataFolder hold(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("tidig.lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new CannotStart("Datamappen " + folder.toAbsolutePath()
                    + " används redan av en annan Tidig (process " + holder
                    + "). Stoppa den, eller ange en annan mapp med --tidig.data-dir.");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(
                String.valueOf(ProcessHandle.current().pid())));
        return new DataFolder(folder, channel);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            // Closing the channel releases the lock.
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Path passwordFile() {
        return folder.resolve("postgres-password");
    }

    /** The server's password; created at the first call. */
    String password() throws IOException {
        if (Files.notExists(passwordFile())) {
            if (Files.exists(postgres().resolve("PG_VERSION"))) {
                throw new CannotStart("Filen " + passwordFile().toAbsolutePath()
                        + " saknas, och databasen i " + postgres() + " går inte att öppna utan den. "
                        + "Återställ filen från säkerhetskopian av datamappen.");
            }
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(passwordFile()).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
