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
 * closing line {@code end;<number of receipts>}. A file without one must be written under another name and renamed to
 * {@code .csv}; since nobody can see that it was, it is read when nothing has been written to it for a minute.
 *
 * <p>Each line is its own transaction and is taken once, also if a crash lets the file be read again. A file that cannot
 * be read never holds up the others, and symbolic links are not followed: they could lead to any file of the server.
 */
@Service
public class ReceiptIntakeService {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptIntakeService.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Far more than a day's receipts of all boards. */
    static final long LARGEST_FILE = 10_000_000;

    private final LedgerExchange folders;
    private final PaymentService payments;
    private final Receipts receipts;
    private final Clock clock;

    /** What has been told of a file that stays, so that it is told once. */
    private final Map<Path, String> told = new ConcurrentHashMap<>();

    ReceiptIntakeService(LedgerExchange folders, PaymentService payments, Receipts receipts, Clock clock) {
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
                tell(file, e);
            }
        }
        told.keySet().removeIf(Files::notExists);
    }

    /** One line for one failure: the file is read every half minute until it succeeds. */
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

    /** Never more than the limit, however fast the file grows. */
    private static byte[] bounded(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) LARGEST_FILE);
        }
    }

    private boolean isStill(Path file) throws IOException {
        var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        return age.compareTo(PATIENCE) > 0;
    }

    /** A file that was written to while it was read goes back, so that its rest is read too. */
    private void putAway(Path file, long read, int receiptCount) throws IOException {
        var kept = folders.putAway(file, folders.read());
        if (Files.size(kept) == read) {
            receipts.noteFile(file.getFileName().toString(), receiptCount, null);
        } else {
            folders.putAway(kept, folders.in());
        }
    }

    /** True when every line has been taken; one that fails holds up no other. */
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
                "Kvittofilen " + name + " kunde inte läsas. " + cause
                        + "\nInget i filen har tillämpats. Rätta filen och lägg tillbaka den i mappen "
                        + folders.in() + ".\n");
    }
}
