package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.Sek;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.ReceiptFile.Malformed;

/** A receipt file is read whole or refused with the line and what is wrong there. */
class ReceiptFileTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final String HEADER = "order;attempt;status;date;reason\n";

    @Test
    void eachLineIsAReceiptByItsNumberInTheFile() throws Malformed {
        var content =
                read(HEADER + "K-1;1;settled;2026-11-26;\n\n" + "K-2;12;rejected;2017-01-01;Kontot är avslutat\n");

        assertThat(content.receipts())
                .isEqualTo(Map.of(
                        2, new Receipt("K-1", 1, Answer.SETTLED, Optional.empty(), TODAY, null),
                        4,
                                new Receipt(
                                        "K-2",
                                        12,
                                        Answer.REJECTED,
                                        Optional.empty(),
                                        LocalDate.parse("2017-01-01"),
                                        "Kontot är avslutat")));
        assertThat(content.closed()).isFalse();
    }

    @Test
    void theColumnsMayStandInAnyOrderWithSpacesAndAByteOrderMark() throws Malformed {
        assertThat(
                        read("\uFEFFdate; reason ;order;amount;status;attempt\n2026-11-25; \"a;b\" ; K-1 ;1000,5;settled;1\n")
                                .receipts())
                .containsExactly(Map.entry(
                        2,
                        new Receipt(
                                "K-1",
                                1,
                                Answer.SETTLED,
                                Optional.of(Sek.of(new BigDecimal("1000.50"))),
                                LocalDate.parse("2026-11-25"),
                                "a;b")));
    }

    @Test
    void aClosingLineSaysThatTheFileIsComplete() throws Malformed {
        var content = read(HEADER + "K-1;1;settled;2026-11-26;\nend;1\n");

        assertThat(content.closed()).isTrue();
        assertThat(content.receipts()).hasSize(1);
        assertThat(read(HEADER + " end;0 ").closed()).isTrue();
    }

    @Test
    void aClosingLineThatCountsOtherwiseOrIsNotTheLastIsRefused() {
        refused(HEADER + "K-1;1;settled;2026-11-26;\nend;2\n", "Rad 3: slutraden säger 2 svar men filen har 1.");
        refused(HEADER + "end;0\nK-1;1;settled;2026-11-26;\n", "Rad 2: slutraden end står inte sist i filen.");
    }

    @Test
    void aFileWithoutReceiptsIsRefused() {
        refused(HEADER, "Rad 1: filen har inga svar efter rubrikraden.");
        refused(HEADER + "\n \n", "Rad 1: filen har inga svar efter rubrikraden.");
    }

    @Test
    void aHeaderWithoutItsColumnsIsRefused() {
        refused(
                "order;attempt;status;date\nK-1;1;settled;2026-11-26\n",
                "Rad 1: rubriken ska ha kolumnerna order;attempt;status;date;reason.");
        refused("order;attempt;status;date;reason;date\n", "Rad 1: kolumnen \"date\" är okänd eller står två gånger.");
        refused("order;attempt;status;date;why\n", "Rad 1: kolumnen \"why\" är okänd eller står två gånger.");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        assertThatThrownBy(() -> ReceiptFile.read("order;å".getBytes(StandardCharsets.ISO_8859_1), TODAY))
                .isInstanceOf(Malformed.class)
                .hasMessage("Rad 1: filen är inte UTF-8.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "K-1;1;settled;2026-11-26 | raden har 4 fält men rubriken 5.",
                ";1;settled;2026-11-26; | betalningsnumret saknas.",
                "K-1;one;settled;2026-11-26; | försöket ska vara ett tal, inte \"one\".",
                "K-1;12345;settled;2026-11-26; | försöket ska vara ett tal, inte \"12345\".",
                "K-1;1;paid;2026-11-26; | status ska vara settled eller rejected, inte \"paid\".",
                "K-1;1;settled;26/11;| dagen ska skrivas som 2026-11-21, inte \"26/11\".",
                "K-1;1;settled;2026-11-27; | dagen 2026-11-27 ska vara från 2017-01-01 till i dag, 2026-11-26.",
                "K-1;1;settled;2016-12-31; | dagen 2016-12-31 ska vara från 2017-01-01 till i dag, 2026-11-26.",
                "K-1;1;settled;2026-11-26;\"öppet | ett citattecken saknar sitt par."
                        + " Citattecken står först och sist i sitt fält.",
            })
    void aLineThatCannotBeReadIsRefusedWithItsNumberAndWhatIsWrong(String line, String message) {
        refused(HEADER + "K-1;1;settled;2026-11-26;\n" + line + "\n", "Rad 3: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000.001", "-1", "1 000", "1234567890123", "1.", ".5"})
    void anAmountIsWrittenWithDigitsAndAtMostTwoDecimals(String amount) {
        refused(
                "order;attempt;status;date;reason;amount\nK-1;1;settled;2026-11-26;;" + amount + "\n",
                "Rad 2: beloppet ska skrivas som 1000.00, inte \"" + amount + "\".");
    }

    @Test
    void anAmountThatIsLeftOpenIsNone() throws Malformed {
        assertThat(read("order;attempt;status;date;reason;amount\nK-1;1;settled;2026-11-26;;\n")
                        .receipts()
                        .get(2)
                        .amount())
                .isEmpty();
    }

    @Test
    void aLineOf2000CharactersIsReadAndALongerOneRefused() throws Malformed {
        var start = "K-1;1;settled;2026-11-26;";
        assertThat(read(HEADER + start + "a".repeat(2_000 - start.length())).receipts())
                .hasSize(1);

        refused(HEADER + start + "a".repeat(2_001 - start.length()), "Rad 2: raden är längre än 2000 tecken.");
    }

    @Test
    void aLineWithControlCharactersIsRefusedButATabIsText() throws Malformed {
        refused(HEADER + "K-1;1;settled;2026-11-26;a\u0007b\n", "Rad 2: raden innehåller tecken som inte är text.");
        assertThat(read(HEADER + "K-1;1;settled;2026-11-26;a\tb\n")
                        .receipts()
                        .get(2)
                        .reason())
                .isEqualTo("a\tb");
    }

    @Test
    void aFileOf100000ReceiptsIsReadAndALargerOneRefused() throws Malformed {
        var most = HEADER
                + IntStream.range(0, 100_000)
                        .mapToObj(i -> "K-1;1;settled;2026-11-26;")
                        .collect(Collectors.joining("\n"));
        assertThat(read(most).receipts()).hasSize(100_000);

        refused(most + "\nK-1;1;settled;2026-11-26;", "Rad 100002: filen har fler än 100000 svar. Dela upp den.");
    }

    private static ReceiptFile.Content read(String content) throws Malformed {
        return ReceiptFile.read(content.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static void refused(String content, String message) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(Malformed.class).hasMessage(message);
    }
}
