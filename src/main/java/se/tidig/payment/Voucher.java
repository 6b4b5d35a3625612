package se.tidig.payment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import se.tidig.Sek;
import se.tidig.Sha256;

/**
 * The instruction to the ledger to pay: one attempt of one order. As a file it is a header and one line of
 * semicolon-separated values in UTF-8; the amount has two decimals and a point. The last field is the SHA-256 in
 * hexadecimal of the line up to the semicolon before it.
 *
 * @param decision day and case of the decision to grant
 */
record Voucher(
        String order,
        int attempt,
        String payee,
        String organisationNumber,
        String giroKind,
        String giro,
        Sek amount,
        LedgerCoding coding,
        String diaryNumber,
        String decision,
        String milestone) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator('\n')
            .get();

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+@-]");

    private static final String HEADER = "order;attempt;payee;organisationNumber;giroKind;giro;amount;currency;account;"
            + "costCentre;activity;project;diaryNumber;decision;milestone;hash";

    /** One file per order and attempt, always under this name. */
    String filename() {
        return order + "-" + attempt + ".csv";
    }

    String hash() {
        return Sha256.hex(line().getBytes(StandardCharsets.UTF_8));
    }

    byte[] file() {
        return (HEADER + "\n" + line() + ";" + hash() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String line() {
        return FORMAT.format(Stream.of(
                        order,
                        String.valueOf(attempt),
                        payee,
                        organisationNumber,
                        giroKind,
                        giro,
                        amount.amount().toPlainString(),
                        "SEK",
                        coding.account(),
                        coding.costCentre(),
                        coding.activity(),
                        coding.project(),
                        diaryNumber,
                        decision,
                        milestone)
                .map(Voucher::field)
                .toArray());
    }

    /**
     * Puts the value on one line and makes a spreadsheet formula harmless: a leading apostrophe makes it text there.
     */
    private static String field(String value) {
        var oneLine = value.replaceAll("\\p{Cntrl}", " ");
        return FORMULA.matcher(oneLine).lookingAt() ? "'" + oneLine : oneLine;
    }
}
