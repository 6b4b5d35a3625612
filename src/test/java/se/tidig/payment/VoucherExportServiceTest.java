package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;

@DomainTest
class VoucherExportServiceTest {

    @Autowired
    PaymentFixture fixture;

    @Autowired
    VoucherExportService export;

    @Autowired
    PaymentOrders orders;

    @Autowired
    JdbcClient jdbc;

    String key;
    String file;

    @BeforeEach
    void aPaymentIsOrdered() {
        PaymentFixture.empty();
        key = fixture.due();
        file = key + "-1.csv";
        fixture.ordered(key);
    }

    @Test
    void aVoucherTellsTheLedgerWhatToPayAndProvesThatItIsWhole() throws Exception {
        export.send(MilestoneKey.of(key));

        var lines = PaymentFixture.read("out/" + file).split("\n");
        assertThat(lines[0])
                .isEqualTo("order;attempt;payee;organisationNumber;giroKind;giro;amount;currency;account;costCentre;"
                        + "activity;project;diaryNumber;decision;milestone;hash");
        assertThat(lines[1])
                .startsWith(key + ";1;Föreningen Bryggan;8020000006;bankgiro;5050-1055;90000.00;SEK;5710;4210;86130;"
                        + "TIA-26;")
                .contains(";" + key + ";");
        var end = lines[1].lastIndexOf(';');
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(lines[1].substring(0, end).getBytes(StandardCharsets.UTF_8));
        assertThat(lines[1].substring(end + 1)).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(orders.get(MilestoneKey.of(key)).current().hash())
                .isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(PaymentFixture.files("utkast")).isEmpty();
    }

    @Test
    void aWorkerKilledAfterTheFileWasWrittenMakesNoSecondVoucher() throws Exception {
        export.send(MilestoneKey.of(key));
        var written = Files.getLastModifiedTime(PaymentFixture.FOLDER.resolve("out/" + file));
        export.send(MilestoneKey.of(key));

        assertThat(PaymentFixture.files("out")).containsExactly(file);
        assertThat(Files.getLastModifiedTime(PaymentFixture.FOLDER.resolve("out/" + file)))
                .isEqualTo(written);
        assertThat(orders.get(MilestoneKey.of(key)).attempt()).isEqualTo(1);
    }

    @Test
    void aVoucherThatTheLedgerHasFetchedIsNotWrittenAgain() throws Exception {
        export.send(MilestoneKey.of(key));
        Files.delete(PaymentFixture.FOLDER.resolve("out/" + file));
        export.send(MilestoneKey.of(key));
        assertThat(PaymentFixture.files("out")).isEmpty();
    }

    @Test
    void killedBetweenHandingOverAndSayingSoTheFileIsNotWrittenAgain() throws Exception {
        export.send(MilestoneKey.of(key));
        jdbc.sql("update tidig.payment_order set status = 'EXPORTING'").update();
        Files.delete(PaymentFixture.FOLDER.resolve("out/" + file));

        export.send(MilestoneKey.of(key));

        assertThat(PaymentFixture.files("out")).isEmpty();
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTED);
    }

    @Test
    void killedBeforeHandingOverTheDraftIsHandedOver() throws Exception {
        export.send(MilestoneKey.of(key));
        jdbc.sql("update tidig.payment_order set status = 'EXPORTING'").update();
        Files.move(PaymentFixture.FOLDER.resolve("out/" + file), PaymentFixture.FOLDER.resolve("utkast/" + file));

        export.send(MilestoneKey.of(key));

        assertThat(PaymentFixture.files("out")).containsExactly(file);
        assertThat(PaymentFixture.files("utkast")).isEmpty();
    }

    @Test
    void killedBeforeHandingOverADraftThatIsOutOfReachIsNotTakenForHandedOver() throws Exception {
        export.send(MilestoneKey.of(key));
        jdbc.sql("update tidig.payment_order set status = 'EXPORTING'").update();
        Files.move(PaymentFixture.FOLDER.resolve("out/" + file), PaymentFixture.FOLDER.resolve("utkast/" + file));
        var away = PaymentFixture.FOLDER.resolveSibling("payments-" + System.nanoTime());
        Files.move(PaymentFixture.FOLDER, away);
        try {
            assertThatThrownBy(() -> export.send(MilestoneKey.of(key)))
                    .hasMessageContaining("kan inte skrivas i mappen");
            assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTING);
        } finally {
            Files.move(away, PaymentFixture.FOLDER);
        }

        export.send(MilestoneKey.of(key));
        assertThat(PaymentFixture.files("out")).containsExactly(file);
    }

    @Test
    void killedWhileDraftingTheDraftIsMadeAgain() throws Exception {
        Files.createDirectories(PaymentFixture.FOLDER.resolve("utkast"));
        Files.writeString(PaymentFixture.FOLDER.resolve("utkast/" + file), "order;att");

        export.send(MilestoneKey.of(key));

        assertThat(PaymentFixture.read("out/" + file)).endsWith("\n").contains(";90000.00;");
    }

    @Test
    void twoWorkersAtOnceMakeOneVoucher() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        Callable<Void> send = () -> {
            export.send(MilestoneKey.of(key));
            return null;
        };
        for (var result : pool.invokeAll(List.of(send, send, send, send))) {
            result.get();
        }
        pool.shutdown();

        assertThat(PaymentFixture.files("out")).containsExactly(file);
        assertThat(PaymentFixture.files("utkast")).isEmpty();
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTED);
    }

    @Test
    void aSettledOrderIsNeverSentAgain() {
        export.send(MilestoneKey.of(key));
        PaymentFixture.empty();
        jdbc.sql("update tidig.payment_order set status = 'SETTLED'").update();

        export.send(MilestoneKey.of(key));

        assertThat(PaymentFixture.files("out")).isEmpty();
        var order = orders.get(MilestoneKey.of(key));
        assertThatThrownBy(order::order)
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Betalningen har status \"Betald\". Den ska vara attesterad för att skickas.");
        assertThatThrownBy(() -> order.exporting("hash"))
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Betalningen har status \"Betald\" och ska inte skickas.");
        assertThatThrownBy(() -> order.mend(false, "", Actor.of("financeF1"), null))
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Betalningen har status \"Betald\" och ska inte åtgärdas.");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInPlainSwedishAndTriedAgain() throws IOException {
        var out = PaymentFixture.FOLDER.resolve("out");
        Files.deleteIfExists(out);
        Files.writeString(out, "en fil där mappen ska vara");

        assertThatThrownBy(() -> export.send(MilestoneKey.of(key)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kan inte skrivas i mappen")
                .hasMessageContaining("försök igen");
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.READY);

        Files.delete(out);
        export.send(MilestoneKey.of(key));
        assertThat(PaymentFixture.files("out")).containsExactly(file);
    }

    @Test
    void thereIsOneOrderPerMilestone() {
        assertThat(jdbc.sql("select count(*) from tidig.payment_order where key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("insert into tidig.payment_order select * from tidig.payment_order")
                        .update())
                .hasMessageContaining("payment_order_pkey");
    }
}
