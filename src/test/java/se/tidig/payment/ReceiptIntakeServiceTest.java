package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.grant.GrantFixture;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.Receipt.Reception;
import se.tidig.payment.Receipts.Source;

@DomainTest
class ReceiptIntakeServiceTest {

    @Autowired
    PaymentFixture fixture;

    @Autowired
    GrantFixture decisions;

    @Autowired
    ReceiptIntakeService intake;

    @Autowired
    PaymentService payments;

    @Autowired
    Receipts receipts;

    @Autowired
    PaymentOrders orders;

    @Autowired
    JdbcClient jdbc;

    String key;
    String today;

    @BeforeEach
    void aPaymentIsSent() {
        PaymentFixture.empty();
        key = fixture.due();
        today = decisions.today().toString();
        fixture.sent(key);
    }

    @Test
    void aReceiptIsReadOnceAndItsFileIsKept() {
        read("kvitto.csv", key + ";1;settled;" + today + ";");

        assertThat(orders.get(MilestoneKey.of(key)).settledOn()).isEqualTo(today);
        assertThat(PaymentFixture.files("in")).isEmpty();
        assertThat(PaymentFixture.files("in/klara")).containsExactly("kvitto.csv");
        assertThat(receptions()).containsExactly(Reception.APPLIED);
    }

    @Test
    void theSameAnswerTwiceIsRecordedAndChangesNothing() {
        read("ett.csv", key + ";1;settled;" + today + ";");
        read("två.csv", key + ";1;settled;" + today + ";", key + ";1;settled;" + today + ";");

        assertThat(receptions()).containsExactly(Reception.APPLIED, Reception.DUPLICATE, Reception.DUPLICATE);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
    }

    @Test
    void aFileThatIsReadAgainAfterACrashIsTakenOnce() throws Exception {
        read("kvitto.csv", key + ";1;settled;" + today + ";");
        Files.move(
                PaymentFixture.FOLDER.resolve("in/klara/kvitto.csv"), PaymentFixture.FOLDER.resolve("in/kvitto.csv"));
        intake.read();

        assertThat(receptions()).containsExactly(Reception.APPLIED);
        assertThat(PaymentFixture.files("in")).isEmpty();
    }

    @Test
    void aContradictoryAnswerIsRecordedAndChangesNothing() {
        read("ett.csv", key + ";1;settled;" + today + ";");
        read("två.csv", key + ";1;rejected;" + today + ";Kontot avslutat");

        assertThat(receptions()).containsExactly(Reception.APPLIED, Reception.CONTRADICTORY);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
    }

    @Test
    void anAnswerToAnAttemptThatHasNotBeenSentIsRecordedAndChangesNothing() {
        read("kvitto.csv", key + ";2;settled;" + today + ";", key + ";0;settled;" + today + ";");

        assertThat(receptions()).containsExactly(Reception.NOT_AWAITED, Reception.NOT_AWAITED);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTED);
    }

    @Test
    void anUnknownOrderIsRecordedAndTheOtherLinesAreTaken() {
        read("kvitto.csv", "K-1999-1-001-M1;1;settled;" + today + ";", key + ";1;settled;" + today + ";");

        assertThat(receipts.of(MilestoneKey.of("K-1999-1-001-M1")))
                .extracting(Receipts.Received::reception)
                .containsExactly(Reception.UNKNOWN_ORDER);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
    }

    @Test
    void anotherAmountIsRecordedAndChangesNothing() {
        var header = "order;attempt;status;date;reason;amount\n";
        PaymentFixture.write("fel.csv", header + key + ";1;settled;" + today + ";;89999.99\n");
        intake.read();
        assertThat(receptions()).containsExactly(Reception.OTHER_AMOUNT);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTED);

        PaymentFixture.write("rätt.csv", header + key + ";1;settled;" + today + ";;90000,00\n");
        intake.read();
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
    }

    @Test
    void twoReceiptsAtOnceAreOneAnswerAndOneContradiction() throws Exception {
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        var taken = pool.invokeAll(
                List.of(receive(barrier, Answer.SETTLED, "ett.csv"), receive(barrier, Answer.REJECTED, "två.csv")));
        pool.shutdown();

        assertThat(List.of(taken.get(0).get(), taken.get(1).get()))
                .containsExactlyInAnyOrder(Reception.APPLIED, Reception.CONTRADICTORY);
    }

    @Test
    void theSameFileReadByTwoNodesAtOnceIsTakenOnce() throws Exception {
        PaymentFixture.receipt("kvitto.csv", key + ";1;settled;" + today + ";");
        Callable<Void> read = () -> {
            intake.read();
            return null;
        };
        var pool = Executors.newFixedThreadPool(4);
        for (var result : pool.invokeAll(List.of(read, read, read, read))) {
            result.get();
        }
        pool.shutdown();

        assertThat(receptions()).containsExactly(Reception.APPLIED);
        assertThat(PaymentFixture.files("in/klara")).containsExactly("kvitto.csv");
        assertThat(PaymentFixture.files("in/fel")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order;attempt;status;date|rubriken ska ha kolumnerna",
                "order;attempt;status;date;reason;färg|okänd",
                "order;attempt;status;date;reason|inga svar",
                "order;attempt;status;date;reason#KEY;1;settled;TODAY|Rad 2: raden har 4 fält",
                "order;attempt;status;date;reason#;1;settled;TODAY;|Rad 2: betalningsnumret saknas",
                "order;attempt;status;date;reason#KEY;ett;settled;TODAY;|Rad 2: försöket",
                "order;attempt;status;date;reason#KEY;1;betald;TODAY;|Rad 2: status",
                "order;attempt;status;date;reason#KEY;1;settled;21/11 2026;|Rad 2: dagen",
                "order;attempt;status;date;reason#KEY;1;settled;TODAY;\"x|Rad 2: ett citattecken",
                "order;attempt;status;date;reason#KEY;1;rejected;TODAY;\"x\" y|Rad 2: ett citattecken",
                "order;attempt;status;date;reason#KEY;1;settled;TODAY;#KEY;1;bad;TODAY;|Rad 3: status",
                "order;attempt;status;date;reason;amount#KEY;1;settled;TODAY;;1 000|Rad 2: beloppet",
                "order;attempt;status;date;reason#KEY;1;settled;9999-12-31;|Rad 2: dagen 9999-12-31 ska vara från",
                "order;attempt;status;date;reason#KEY;1;settled;2016-12-31;|Rad 2: dagen 2016-12-31 ska vara från",
                "order;attempt;status;date;reason#KEY;1;settled;TODAY;#end;2|Rad 3: slutraden säger 2 svar",
                "order;attempt;status;date;reason#end;1#KEY;1;settled;TODAY;|Rad 2: slutraden end står inte sist",
                "order;attempt;status;date;reason#KEY;1;settled;TODAY;NUL|Rad 2: raden innehåller tecken",
                "order;attempt;status;date;reason#KEY;1;settled;TODAY;LONG|Rad 2: raden är längre än",
            })
    void aMalformedFileIsPutAsideWithAMessageAndNothingInItIsTaken(String content, String because) {
        PaymentFixture.write(
                "trasig.csv",
                content.replace("KEY", key)
                                .replace("TODAY", today)
                                .replace("NUL", "\0")
                                .replace("LONG", "x".repeat(2_000))
                                .replace("#", "\n")
                        + "\n");
        intake.read();

        assertThat(PaymentFixture.files("in")).isEmpty();
        assertThat(PaymentFixture.files("in/fel")).containsExactly("trasig.csv", "trasig.csv.txt");
        assertThat(PaymentFixture.read("in/fel/trasig.csv.txt"))
                .contains(because)
                .contains("lägg tillbaka");
        assertThat(receptions()).isEmpty();
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTED);
        assertThat(jdbc.sql("select message from tidig.payment_receipt_file where name = 'trasig.csv'")
                        .query(String.class)
                        .single())
                .contains(because);
    }

    @Test
    void whatIsNotTextIsPutAside() throws Exception {
        var image = PaymentFixture.FOLDER.resolve("in/bild.csv");
        Files.write(image, new byte[] {(byte) 0xff, (byte) 0xd8, '\n'});
        Files.setLastModifiedTime(image, FileTime.from(Instant.now().minusSeconds(120)));
        intake.read();
        assertThat(PaymentFixture.read("in/fel/bild.csv.txt")).contains("UTF-8");
    }

    @Test
    void aFileWhoseClosingLineHasComeIsReadAtOnce() {
        PaymentFixture.write(
                "kvitto.csv",
                "order;attempt;status;date;reason\n" + key + ";1;settled;" + today + ";\nend;1",
                Duration.ZERO);
        intake.read();
        assertThat(receptions()).containsExactly(Reception.APPLIED);
        assertThat(PaymentFixture.files("in/klara")).containsExactly("kvitto.csv");
    }

    @Test
    void aFirstHalfThatEndsALineIsNotTakenForTheWhole() {
        var half = "order;attempt;status;date;reason\n" + key + ";1;settled;" + today + ";\n";
        PaymentFixture.write("kvitto.csv", half, Duration.ofSeconds(50));
        intake.read();
        assertThat(PaymentFixture.files("in")).containsExactly("kvitto.csv");
        assertThat(receptions()).isEmpty();

        PaymentFixture.write("kvitto.csv", half + "K-1999-1-001-M1;1;settled;" + today + ";\n");
        intake.read();
        assertThat(receptions()).containsExactly(Reception.APPLIED);
        assertThat(receipts.of(MilestoneKey.of("K-1999-1-001-M1"))).hasSize(1);
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        var secret = Files.writeString(PaymentFixture.FOLDER.resolve("secret.txt"), "hemligt innehåll\n");
        Files.createDirectories(PaymentFixture.FOLDER.resolve("in"));
        Files.createSymbolicLink(PaymentFixture.FOLDER.resolve("in/kvitto.csv"), secret.toAbsolutePath());
        intake.read();
        assertThat(PaymentFixture.files("in")).isEmpty();
        assertThat(PaymentFixture.read("in/fel/kvitto.csv.txt"))
                .contains("Filen är en länk")
                .doesNotContain("hemligt");
        assertThat(secret).hasContent("hemligt innehåll");
    }

    @Test
    void aHugeFileIsPutAsideUnreadAndTheOthersAreTaken() throws Exception {
        Files.createDirectories(PaymentFixture.FOLDER.resolve("in"));
        try (var huge = new RandomAccessFile(
                PaymentFixture.FOLDER.resolve("in/a-stor.csv").toFile(), "rw")) {
            huge.setLength(400_000_000);
        }
        read("kvitto.csv", key + ";1;settled;" + today + ";");
        assertThat(PaymentFixture.read("in/fel/a-stor.csv.txt")).contains("större än 10 MB");
        assertThat(receptions()).containsExactly(Reception.APPLIED);
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftUntilItsLastLineEnds() throws Exception {
        PaymentFixture.write("kvitto.csv", "order;attempt;status;date;reason\n" + key + ";1;sett", Duration.ZERO);
        PaymentFixture.write("kvitto.csv.part", "order");
        intake.read();
        assertThat(PaymentFixture.files("in")).containsExactly("kvitto.csv", "kvitto.csv.part");
        assertThat(receptions()).isEmpty();

        Files.setLastModifiedTime(
                PaymentFixture.FOLDER.resolve("in/kvitto.csv"),
                FileTime.from(Instant.now().minusSeconds(120)));
        intake.read();
        assertThat(PaymentFixture.files("in/fel")).contains("kvitto.csv");
    }

    @Test
    void aReasonMayHoldSemicolonsAndAFileMayBeginWithAByteOrderMark() {
        PaymentFixture.write(
                "kvitto.csv",
                "\uFEFForder;attempt;status;date;reason\r\n" + key + ";1;rejected;" + today
                        + ";\"Kontot \"\"1\"\"; avslutat\"\r\n");
        intake.read();
        assertThat(orders.get(MilestoneKey.of(key)).current().reason()).isEqualTo("Kontot \"1\"; avslutat");
    }

    @Test
    void twoFilesOfOneNameAreBothKept() {
        read("kvitto.csv", "K-1999-1-001-M1;1;settled;" + today + ";");
        read("kvitto.csv", key + ";1;settled;" + today + ";");
        assertThat(PaymentFixture.files("in/klara")).hasSize(2);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
    }

    private Callable<Reception> receive(CyclicBarrier barrier, Answer answer, String file) {
        var receipt = new Receipt(key, 1, answer, Optional.of(Sek.of(90_000)), decisions.today(), "x");
        return () -> {
            barrier.await();
            return payments.receive(receipt, new Source(file, 2));
        };
    }

    private void read(String name, String... lines) {
        PaymentFixture.receipt(name, lines);
        intake.read();
    }

    private List<Reception> receptions() {
        return receipts.of(MilestoneKey.of(key)).stream()
                .map(Receipts.Received::reception)
                .toList();
    }
}
