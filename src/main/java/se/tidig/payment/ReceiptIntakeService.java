package se.tidig.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.tidig.Sha256;
import se.tidig.SwedishDate;
import se.tidig.payment.Receipts.Source;

/**
 * Reads the receipt files that have come, each only when it is complete. A file is complete if its last line is the
 * closing line {@code end;<number of receipts>}. A file without that line must be written under another name and
 * renamed to {@code .csv}. A rename cannot be seen, so such a file is read when nothing has been written to it for a
 * minute.
 *
 * <p>Each line is a transaction of its own and is applied once, also if a crash makes the file be read again. A file
 * that cannot be read does not hold up the others. Symbolic links are not followed: they could lead to any file of
 * the server.
 */
@Service
public class ReceiptIntakeService {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptIntakeService.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Far more than all boards' receipts of one day. */
    static final long LARGEST_FILE = 10_000_000;

    private final LedgerExchange folders;
    private final PaymentService payments;
    private final Receipts receipts;
    private final Clock clock;

    /** What has been logged about a file that stays, so that it is logged once. */
    private final Map<Path, String> told = new ConcurrentHashMap<>();

    ReceiptIntakeService(LedgerExchange folders, PaymentService payments, Receipts receipts, Clock clock) {
        this.folders = folders;
        this.payments = payments;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Reads the files that are there now. A file that cannot be read for a passing reason stays and is read again
     * next time.
     */
    public void read() {
        for (var file : files()) {
            try {
                read(file);
            } catch (NoSuchFileException another) {
                LOG.debug("{} was read by another node", file);
            } catch (IOException | RuntimeException e) {
                tell(file, e);
            }
        }
        told.keySet().removeIf(Files::notExists);
    }

    /** Logs one line per failure: the file is read every half minute until it succeeds. */
    private void tell(Path file, Exception e) {
        var cause = String.valueOf(e.getMessage());
        if (!cause.equals(told.put(file, cause))) {
            LOG.error("Receipt file {} stays and is read again: {}", file, cause);
            LOG.debug("Receipt file {}", file, e);
        }
    }

    private List<Path> files() {
        try {
            Files.createDirectories(folders.in());
            try (var files = Files.list(folders.in())) {
                return files.filter(file ->
                                file.getFileName().toString().toLowerCase().endsWith(".csv"))
                        .filter(file ->
                                Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Mappen " + folders.in() + " går inte att läsa. Kontrollera att Tidig har rätt till den.", e);
        }
    }

    private void read(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            refuse(file, "Filen är en länk. Lägg själva filen i mappen.");
            return;
        }
        if (Files.size(file) > LARGEST_FILE) {
            refuse(file, "Filen är större än 10 MB. Dela upp den.");
            return;
        }
        var content = bounded(file);
        try {
            var read = ReceiptFile.read(content, SwedishDate.on(clock.instant()));
            if ((read.closed() || isStill(file)) && take(file, Sha256.hex(content), read.receipts())) {
                putAway(file, content.length, read.receipts().size());
            }
        } catch (ReceiptFile.Malformed wrong) {
            if (isStill(file)) {
                refuse(file, wrong.getMessage());
            }
        }
    }

    /** Reads at most the limit, however fast the file grows. */
    private static byte[] bounded(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) LARGEST_FILE);
        }
    }

    private boolean isStill(Path file) throws IOException {
        var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        return age.compareTo(PATIENCE) > 0;
    }

    /** A file that was written to while it was read is put back, so that the rest is read too. */
    private void putAway(Path file, long read, int receiptCount) throws IOException {
        var kept = folders.putAway(file, folders.read());
        if (Files.size(kept) == read) {
            receipts.noteFile(file.getFileName().toString(), receiptCount, null);
        } else {
            folders.putAway(kept, folders.in());
        }
    }

    /** True if every line has been applied; one that fails does not hold up the others. */
    private boolean take(Path file, String hash, Map<Integer, Receipt> lines) {
        var source = file.getFileName() + " " + hash;
        var all = true;
        for (var line : lines.entrySet()) {
            try {
                var reception = payments.receive(line.getValue(), new Source(source, line.getKey()));
                LOG.info("Receipt {} line {}: {}", source, line.getKey(), reception);
            } catch (RuntimeException e) {
                tell(file, new IllegalStateException("line " + line.getKey() + ": " + e.getMessage(), e));
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
                "Filen " + name + " kunde inte läsas. " + cause
                        + "\nInget i filen har tillämpats. Rätta filen och lägg tillbaka den i mappen "
                        + folders.in() + ".\n");
    }
}
