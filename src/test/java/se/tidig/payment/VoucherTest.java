package se.tidig.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Sek;

/** The file by which the ledger is told to pay one attempt. */
class VoucherTest {

    @Test
    void aFileIsNamedForItsOrderAndAttempt() {
        assertThat(voucher("Bryggan", Sek.of(1)).filename()).isEqualTo("K-2026-1-001-M1-1.csv");
    }

    @Test
    void aFileIsAHeaderAndALineThatEndsWithItsOwnHash() throws Exception {
        var voucher = voucher("Föreningen Bryggan", Sek.of(new BigDecimal("90000.5")));
        var line = "K-2026-1-001-M1;1;Föreningen Bryggan;8020024280;bankgiro;991-2346;90000.50;SEK;1;2;3;4;1-2026;"
                + "K-2026-1-001 2026-01-02;K-2026-1-001-M1";
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(UTF_8)));

        assertThat(voucher.hash()).isEqualTo(hash);
        assertThat(new String(voucher.file(), UTF_8))
                .isEqualTo("order;attempt;payee;organisationNumber;giroKind;giro;amount;currency;account;costCentre;"
                        + "activity;project;diaryNumber;decision;milestone;hash\n" + line + ";" + hash + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=HYPERLINK(1), '=HYPERLINK(1)",
                "+46 70, '+46 70",
                "-1+1, '-1+1",
                "@SUM, '@SUM",
                "Föreningen = vi, Föreningen = vi"
            })
    void aNameThatASpreadsheetTakesForAFormulaStandsThereAsText(String payee, String written) {
        assertThat(lineTo(payee).split(";")[2]).isEqualTo(written);
    }

    @Test
    void aNameWithSemicolonsAndQuotationMarksStaysOneField() {
        assertThat(lineTo("Kafé \"A;B\"\nLund")).startsWith("K-2026-1-001-M1;1;\"Kafé \"\"A;B\"\" Lund\";8020024280;");
    }

    private static String lineTo(String payee) {
        return new String(voucher(payee, Sek.of(1)).file(), UTF_8).split("\n")[1];
    }

    private static Voucher voucher(String payee, Sek amount) {
        return new Voucher(
                "K-2026-1-001-M1",
                1,
                payee,
                "8020024280",
                "bankgiro",
                "991-2346",
                amount,
                new LedgerCoding("1", "2", "3", "4"),
                "1-2026",
                "K-2026-1-001 2026-01-02",
                "K-2026-1-001-M1");
    }
}
