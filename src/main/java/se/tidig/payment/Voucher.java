package se.tidig.payment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.tidig.Sek;
import se.tidig.Sha256;

/**
 * What the ledger is told to pay: one attempt of one order. As a file it is a header and one line of semicolon-separated
 * values in UTF-8; the amount has two decimals and a point. The last field is the SHA-256 in hexadecimal of the line up
 * to the semicolon before it.
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

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+@-]");

    private static final String HEADER = "order;attempt;payee;organisationNumber;giroKind;giro;amount;currency;account;"
            + "costCentre;activity;project;diaryNumber;decision;milestone;hash";

    /** One file per order and attempt, under this name however often it is written. */
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
        var fields =
                new ArrayList<>(List.of(order, String.valueOf(attempt), payee, organisationNumber, giroKind, giro));
        fields.add(amount.amount().toPlainString());
        fields.add("SEK");
        fields.addAll(List.of(coding.account(), coding.costCentre(), coding.activity(), coding.project()));
        fields.addAll(List.of(diaryNumber, decision, milestone));
        return fields.stream().map(Voucher::field).collect(Collectors.joining(";"));
    }

    /** On one line, and never what a spreadsheet takes for a formula: the apostrophe makes it text there. */
    private static String field(String value) {
        var oneLine = value.replaceAll("\\p{Cntrl}", " ");
        if (FORMULA.matcher(oneLine).lookingAt()) {
            oneLine = "'" + oneLine;
        }
        return oneLine.contains(";") || oneLine.contains("\"") ? '"' + oneLine.replace("\"", "\"\"") + '"' : oneLine;
    }
}
