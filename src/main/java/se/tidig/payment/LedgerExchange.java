package se.tidig.payment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folders that Tidig and the ledger share, under {@code payments} in the data folder: vouchers in {@code out},
 * receipts in {@code in}, read receipts in {@code in/klara} and unreadable ones in {@code in/fel}. Tidig makes
 * vouchers in {@code utkast}, which no other system uses.
 */
@Component
class LedgerExchange {

    private final Path root;

    LedgerExchange(@Value("${tidig.data-dir}") Path dataDir) {
        root = dataDir.resolve("payments");
    }

    Path out() {
        return root.resolve("out");
    }

    Path in() {
        return root.resolve("in");
    }

    Path read() {
        return in().resolve("klara");
    }

    Path failed() {
        return in().resolve("fel");
    }

    private Path drafts() {
        return root.resolve("utkast");
    }

    /** Writes a draft as a whole or not at all, also if the power fails. */
    void draft(String name, byte[] content) throws IOException {
        Files.createDirectories(drafts());
        Files.createDirectories(out());
        var part = drafts().resolve(name + "." + UUID.randomUUID() + ".part");
        try (var file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, drafts().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(drafts());
    }

    /** @throws IOException if the folder of drafts cannot be read: then it is unknown whether the draft is there */
    boolean hasDraft(String name) throws IOException {
        if (!Files.isDirectory(drafts())) {
            throw new NoSuchFileException(drafts().toString());
        }
        return Files.exists(drafts().resolve(name));
    }

    /** Hands the draft over by one move of the file. */
    void handOver(String name) throws IOException {
        Files.createDirectories(out());
        Files.move(drafts().resolve(name), out().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(out());
        sync(drafts());
    }

    /**
     * Moves a file that has been read. If the folder has a file of that name, the moved file gets a name of its own.
     *
     * @return where it is now
     * @throws NoSuchFileException if another node has moved it
     */
    Path putAway(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        var target = folder.resolve(file.getFileName());
        if (Files.exists(target)) {
            target = folder.resolve(UUID.randomUUID() + "-" + file.getFileName());
        }
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path folder) throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
