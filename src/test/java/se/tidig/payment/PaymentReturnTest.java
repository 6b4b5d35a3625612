package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Sek;
import se.tidig.TidigTest;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** A payment that the bank settled and a receipt then reports as rejected: a person at the paying board finds out. */
@TidigTest
class PaymentReturnTest {

    private static final String TASK = "userTask_handleReturn";

    @Autowired
    Play play;

    @Autowired
    PaymentFixture fixture;

    @Autowired
    GrantFixture decisions;

    @Autowired
    Grants grants;

    @Autowired
    PaymentOrders orders;

    @Autowired
    ReceiptIntakeService intake;

    @Autowired
    CaseJournal journal;

    String key;

    @BeforeEach
    void aSettledPaymentOfWhichTheGrantKnows() {
        PaymentFixture.empty();
        key = fixture.due();
        fixture.send(key);
        receipt("ett.csv", "settled", "");
    }

    @ParameterizedTest
    @CsvSource({"RETURNED, är tillbaka från banken", "PAID, står fast"})
    void financeOfThePayingBoardFindsOutAndNotesIt(String found, String noted) {
        receipt("två.csv", "rejected", "Kontot avslutat");
        assertThat(play.openTasks(key)).containsExactly(TASK);
        assertThatThrownBy(() -> play.as("financeK1").complete(TASK, key, answers(found)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> play.as("financeF1").complete(TASK, key, Map.of("returned", found)))
                .hasMessageContaining("Vem har svarat");

        play.as("financeF1").complete(TASK, key, answers(found));

        assertThat(play.ended("payment-return", key)).isTrue();
        assertThat(journal.latest(MilestoneKey.of(key).reference(), EventKind.PAYMENT)
                        .text())
                .contains(noted, "Bankens kundtjänst.");
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
        assertThat(grants.get(MilestoneKey.of(key).reference()).paid()).isEqualTo(Sek.of(90_000));
    }

    @Test
    void theSameNewsTwiceIsOneTask() {
        receipt("två.csv", "rejected", "Kontot avslutat");
        receipt("tre.csv", "rejected", "Kontot avslutat, igen");

        assertThat(play.openTasks(key)).containsExactly(TASK);
    }

    @Test
    void aReceiptThatSaysAgainThatItIsPaidIsNoReturn() {
        receipt("två.csv", "settled", "");

        assertThat(play.openTasks(key)).isEmpty();
    }

    private static Map<String, Object> answers(String found) {
        return Map.of("returned", found, "returnNote", "Bankens kundtjänst.");
    }

    private void receipt(String file, String status, String reason) {
        PaymentFixture.receipt(file, key + ";1;" + status + ";" + decisions.today() + ";" + reason);
        intake.read();
        fixture.settle();
    }
}
