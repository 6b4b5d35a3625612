package se.tidig.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.tidig.payment.Receipts.Source;

/**
 * Reads the receipt files that have come. Whoever puts them there does so in one step (writes under another name and
 * renames to {@code .csv}); a file whose last line has not ended is left for a minute. Each line is its own transaction
 * and is taken once, also where a crash lets the file be read again.
 */
@Service
public class ReceiptIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptIntake.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PaymentFolders folders;
    private final Payments payments;
    private final Receipts receipts;
    private final Clock clock;

    ReceiptIntake(PaymentFolders folders, Payments payments, Receipts receipts, Clock clock) {
        this.folders = folders;
        this.payments = payments;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Reads what is there now. What cannot be taken for a passing reason stays and is read again next time. */
    public void read() {
        for (var file : files()) {
            try {
                read(file);
            } catch (NoSuchFileException another) {
                LOG.debug("{} was read by another node", file);
            } catch (IOException | RuntimeException e) {
                LOG.error("Receipt file {} stays and is read again: {}", file, e.getMessage(), e);
            }
        }
    }

    private List<Path> files() {
        try {
            Files.createDirectories(folders.in());
            try (var files = Files.list(folders.in())) {
                return files.filter(file ->
                                file.getFileName().toString().toLowerCase().endsWith(".csv"))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Mappen " + folders.in() + " går inte att läsa. Kontrollera att Tidig har rätt till den.", e);
        }
    }

    private void read(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        if (!isWhole(file, content)) {
            return;
        }
        try {
            var lines = ReceiptFile.read(content);
            if (take(file.getFileName() + " " + hash(content), lines)) {
                receipts.noteFile(file.getFileName().toString(), lines.size(), null);
                folders.putAway(file, folders.read());
            }
        } catch (ReceiptFile.Malformed wrong) {
            refuse(file, wrong.getMessage());
        }
    }

    private boolean isWhole(Path file, byte[] content) throws IOException {
        var ended = content.length > 0 && content[content.length - 1] == '\n';
        var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        return ended || age.compareTo(PATIENCE) > 0;
    }

    /** True when every line has been taken; one that fails holds up no other. */
    private boolean take(String source, Map<Integer, Receipt> lines) {
        var all = true;
        for (var line : lines.entrySet()) {
            try {
                var reception = payments.receive(line.getValue(), new Source(source, line.getKey()));
                LOG.info("Receipt {} line {}: {}", source, line.getKey(), reception);
            } catch (RuntimeException e) {
                LOG.error("Receipt {} line {} is tried again: {}", source, line.getKey(), e.getMessage(), e);
                all = false;
            }
        }
        return all;
    }

    private void refuse(Path file, String cause) throws IOException {
        var name = file.getFileName().toString();
        LOG.warn("Receipt file {} is malformed: {}", name, cause);
        receipts.noteFile(name, 0, cause);
        var kept = folders.putAway(file, folders.failed());
        Files.writeString(
                kept.resolveSibling(kept.getFileName() + ".txt"),
                "Kvittofilen " + name + " kunde inte läsas. " + cause
                        + "\nInget i filen har tillämpats. Rätta filen och lägg tillbaka den i mappen "
                        + folders.in() + ".\n");
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
