package se.tidig.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.tidig.Sek;
import se.tidig.payment.PaymentAttempt.Answer;

/**
 * Reads a receipt file: a header and lines of semicolon-separated values in UTF-8, with the columns {@code order},
 * {@code attempt}, {@code status} (settled or rejected), {@code date} and {@code reason}, and {@code amount} if the
 * ledger gives it. The last line may be {@code end;<number of receipts>}, which says that the file is complete. A
 * file is read as a whole or not at all.
 */
final class ReceiptFile {

    private static final List<String> NEEDED = List.of("order", "attempt", "status", "date", "reason");
    private static final Set<String> KNOWN = Set.of("order", "attempt", "status", "date", "reason", "amount");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final Pattern CLOSING = Pattern.compile("end;(\\d{1,6})");

    /** Bank and ledger answer only what Tidig has sent, so no date is before the first grant under the ordinance. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);

    private static final int MOST_RECEIPTS = 100_000;
    private static final int LONGEST_LINE = 2_000;

    private ReceiptFile() {}

    /**
     * The content of a file.
     *
     * @param receipts by line number
     * @param closed whether the last line says that the file is complete
     */
    record Content(Map<Integer, Receipt> receipts, boolean closed) {}

    /** The file cannot be read. The Swedish message names the line and says what is wrong there. */
    static final class Malformed extends Exception {

        Malformed(int line, String message) {
            super("Rad " + line + ": " + message);
        }
    }

    /** @param today no receipt has a later date */
    static Content read(byte[] content, LocalDate today) throws Malformed {
        var lines = text(content).split("\\R");
        var header = columns(fields(1, lines[0]));
        var receipts = new TreeMap<Integer, Receipt>();
        for (int i = 1; i < lines.length; i++) {
            var closing = CLOSING.matcher(lines[i].strip());
            if (closing.matches()) {
                close(i + 1, lines.length, Integer.parseInt(closing.group(1)), receipts.size());
                return new Content(receipts, true);
            }
            if (!lines[i].isBlank()) {
                receipts.put(i + 1, receipt(i + 1, fields(i + 1, lines[i]), header, today));
            }
            if (receipts.size() > MOST_RECEIPTS) {
                throw new Malformed(i + 1, "filen har fler än " + MOST_RECEIPTS + " svar. Dela upp den.");
            }
        }
        if (receipts.isEmpty()) {
            throw new Malformed(1, "filen har inga svar efter rubrikraden.");
        }
        return new Content(receipts, false);
    }

    private static void close(int line, int lines, int said, int read) throws Malformed {
        if (line < lines) {
            throw new Malformed(line, "slutraden end står inte sist i filen.");
        }
        if (said != read) {
            throw new Malformed(line, "slutraden säger " + said + " svar men filen har " + read + ".");
        }
    }

    private static String text(byte[] content) throws Malformed {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Malformed(1, "filen är inte UTF-8.");
        }
    }

    private static Map<String, Integer> columns(List<String> names) throws Malformed {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            if (!KNOWN.contains(names.get(i)) || columns.put(names.get(i), i) != null) {
                throw new Malformed(1, "kolumnen \"" + names.get(i) + "\" är okänd eller står två gånger.");
            }
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw new Malformed(1, "rubriken ska ha kolumnerna " + String.join(";", NEEDED) + ".");
        }
        return columns;
    }

    private static List<String> fields(int number, String line) throws Malformed {
        if (line.length() > LONGEST_LINE) {
            throw new Malformed(number, "raden är längre än " + LONGEST_LINE + " tecken.");
        }
        if (line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            throw new Malformed(number, "raden innehåller tecken som inte är text.");
        }
        try (var parser = CSVParser.parse(line, FORMAT)) {
            return parser.stream().flatMap(CSVRecord::stream).map(String::strip).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Malformed(
                    number, "ett citattecken saknar sitt par. Citattecken står först och sist i sitt fält.");
        }
    }

    private static Receipt receipt(int line, List<String> fields, Map<String, Integer> header, LocalDate today)
            throws Malformed {
        if (fields.size() != header.size()) {
            throw new Malformed(line, "raden har " + fields.size() + " fält men rubriken " + header.size() + ".");
        }
        var values = header.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, column -> fields.get(column.getValue())));
        if (values.get("order").isEmpty()) {
            throw new Malformed(line, "betalningsnumret saknas.");
        }
        var status = status(line, values.get("status"));
        var reason = values.get("reason");
        return new Receipt(
                values.get("order"),
                attempt(line, values.get("attempt")),
                status,
                amount(line, values.getOrDefault("amount", "")),
                date(line, values.get("date"), today),
                reason.isEmpty() ? null : reason);
    }

    private static Answer status(int line, String text) throws Malformed {
        return switch (text) {
            case "settled" -> Answer.SETTLED;
            case "rejected" -> Answer.REJECTED;
            default -> throw new Malformed(line, "status ska vara settled eller rejected, inte \"" + text + "\".");
        };
    }

    private static int attempt(int line, String text) throws Malformed {
        if (!text.matches("[0-9]{1,4}")) {
            throw new Malformed(line, "försöket ska vara ett tal, inte \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }

    private static LocalDate date(int line, String text, LocalDate today) throws Malformed {
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(today) || day.isBefore(FIRST_DAY)) {
                throw new Malformed(
                        line, "dagen " + text + " ska vara från " + FIRST_DAY + " till i dag, " + today + ".");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Malformed(line, "dagen ska skrivas som 2026-11-21, inte \"" + text + "\".");
        }
    }

    private static Optional<Sek> amount(int line, String text) throws Malformed {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,12}([.,][0-9]{1,2})?")) {
            throw new Malformed(line, "beloppet ska skrivas som 1000.00, inte \"" + text + "\".");
        }
        return Optional.of(Sek.of(new BigDecimal(text.replace(',', '.'))));
    }
}
