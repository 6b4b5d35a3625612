package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.AtOnce;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.payment.Receipt.Reception;
import se.tidig.races.JobThreads;
import se.tidig.races.Standing;

/** Receipts that come before the payment's process waits for them. */
@TidigTest
class ReceiptRacesTest {

    private static final String UNKNOWN = "K-1999-1-001-M1";

    @Autowired
    PaymentFixture fixture;

    @Autowired
    GrantFixture decisions;

    @Autowired
    ReceiptIntakeService intake;

    @Autowired
    Receipts receipts;

    @Autowired
    PaymentOrders orders;

    @Autowired
    Grants grants;

    @Autowired
    Play play;

    @Autowired
    JobThreads threads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standing standing;

    String key;

    @BeforeEach
    void aPaymentIsOrdered() {
        PaymentFixture.empty();
        key = fixture.due();
        fixture.order(key);
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void oneComesWhileTheVoucherIsBeingHandedOver(RepetitionInfo round) {
        receipt("kvitto.csv", key, "settled");

        threads.during(20, () -> AtOnce.run(round.getCurrentRepetition() - 1, this::export, this::read));
        // Whichever came first, the rest is read and applied.
        intake.read();
        fixture.settle();

        assertPaidOnce();
        assertThat(receptions()).containsExactly(Reception.APPLIED);
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void oneComesTwiceInTwoFilesWithAnUnknownOrderWhileTheProcessAsksTheBank(RepetitionInfo round) {
        play.work();
        receipt("ett.csv", key, "settled");
        receipt("två.csv", key, "settled");
        receipt("okänd.csv", UNKNOWN, "settled");

        threads.during(
                20, () -> AtOnce.run(round.getCurrentRepetition() - 1, this::read, this::read, this::read, this::read));
        fixture.settle();

        assertPaidOnce();
        assertThat(receptions()).containsExactlyInAnyOrder(Reception.APPLIED, Reception.DUPLICATE);
        assertThat(receipts.of(MilestoneKey.of(UNKNOWN)))
                .extracting(Receipts.Received::reception)
                .containsExactly(Reception.UNKNOWN_ORDER);
        assertThat(PaymentFixture.files("in")).isEmpty();
        assertThat(PaymentFixture.files("in/fel")).isEmpty();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void aRejectionAndASettlementComeAtOnceAndAPersonFindsOutAboutTheContradiction(RepetitionInfo round) {
        play.work();
        receipt("betald.csv", key, "settled");
        receipt("avvisad.csv", key, "rejected");

        threads.during(20, () -> AtOnce.run(round.getCurrentRepetition() - 1, this::read, this::read));
        fixture.settle();

        assertThat(receptions()).containsExactlyInAnyOrder(Reception.APPLIED, Reception.CONTRADICTORY);
        var settled = orders.get(MilestoneKey.of(key)).status() == OrderStatus.SETTLED;
        assertThat(play.openTasks(key)).containsExactly(settled ? "userTask_handleReturn" : "userTask_mendPayment");
        assertThat(paidNotes()).isEqualTo(settled ? 1 : 0);
        standing.isSound();
    }

    private Boolean export() {
        return play.work();
    }

    private Boolean read() {
        intake.read();
        return true;
    }

    private void receipt(String file, String order, String answer) {
        PaymentFixture.receipt(
                file,
                order + ";1;" + answer + ";" + decisions.today() + ";" + (answer.equals("rejected") ? "Fel" : ""));
    }

    private void assertPaidOnce() {
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
        assertThat(PaymentFixture.files("out")).containsExactly(key + "-1.csv");
        assertThat(play.ended("payment", key)).isTrue();
        assertThat(play.ended("disbursement", key)).isTrue();
        assertThat(grants.get(MilestoneKey.of(key).reference())
                        .milestone(MilestoneKey.of(key))
                        .status())
                .isEqualTo(Milestone.Status.PAID);
        assertThat(paidNotes()).isEqualTo(1);
        assertThat(play.openTasks(key)).isEmpty();
        standing.isSound();
    }

    private long paidNotes() {
        return jdbc.sql("select count(*) from tidig.case_event where reference = ? and text like 'Betalt %'")
                .param(MilestoneKey.of(key).reference().value())
                .query(Long.class)
                .single();
    }

    private List<Reception> receptions() {
        return receipts.of(MilestoneKey.of(key)).stream()
                .map(Receipts.Received::reception)
                .toList();
    }
}
