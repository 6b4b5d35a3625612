package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.bundle.RuleError;
import se.tidig.form.Rejected;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.RepaymentClaim.Action;
import se.tidig.grant.RepaymentService;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;
import se.tidig.payment.PaymentCheck.Outcome;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacle.Proposal;

@DomainTest
class DisbursementServiceTest {

    private static final LedgerCoding CODING = new LedgerCoding("5710", "4210", "86130", "TIA-26");

    @Autowired
    PaymentFixture fixture;

    @Autowired
    DisbursementService disbursements;

    @Autowired
    PaymentConditionService conditions;

    @Autowired
    ObstacleService obstacles;

    @Autowired
    PaymentOrders orders;

    @Autowired
    EndPayments ends;

    @Autowired
    PaymentService payments;

    @Autowired
    Grants grants;

    @Autowired
    RepaymentService repayments;

    @Autowired
    OverdueClaims overdue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    String key;

    @BeforeEach
    void aPaymentIsDue() {
        PaymentFixture.empty();
        key = fixture.due();
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoes() throws Exception {
        check();
        prepare();
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        var approved =
                pool.invokeAll(List.of(approval(barrier, Actor.of("financeK2")), approval(barrier, Actor.of("headK"))));
        pool.shutdown();

        assertThat(List.of(approved.get(0).get(), approved.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void nobodyApprovesWhatTheyPreparedWhateverRoadTheyCome() {
        check();
        prepare();
        assertThatThrownBy(() -> disbursements.approve(MilestoneKey.of(key), Actor.of("financeK1")))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("En annan person");
        assertThatThrownBy(() -> jdbc.sql("update tidig.payment_order set approved_by = prepared_by")
                        .update())
                .hasMessageContaining("four_eyes");
    }

    @Test
    void anOrderIsPreparedAgainUntilItIsApprovedAndNotAfter() {
        check();
        prepare();
        prepare();
        disbursements.approve(MilestoneKey.of(key), Actor.of("financeK2"));

        assertThatThrownBy(this::prepare)
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Betalningen har status \"Attesterad\" och kan inte förberedas igen.");
        disbursements.order(MilestoneKey.of(key));
        assertThatThrownBy(() -> disbursements.order(MilestoneKey.of(key)))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("Den ska vara attesterad för att skickas.");
    }

    @Test
    void aReturnedOrderSaysWhyAndIsPreparedAgain() {
        check();
        prepare();

        disbursements.sendBack(MilestoneKey.of(key), "Fel kostnadsställe", Actor.of("financeK2"));

        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(orders.get(MilestoneKey.of(key)).returnReason()).isEqualTo("Fel kostnadsställe");
        assertThat(prepare().status()).isEqualTo(OrderStatus.PREPARED);
    }

    @Test
    void aPaymentAfterAReportIsMadeOnlyIfTheReportIsAccepted() {
        key = fixture.dueAfterReport(true);
        assertThat(check()).isEqualTo(Outcome.READY);

        key = fixture.dueAfterReport(false);
        assertThat(check()).isNotEqualTo(Outcome.READY);
    }

    @Test
    void neverMoreIsPaidThanWhatIsLeftOfTheGrant() {
        check();
        jdbc.sql("update tidig.grant_case set amount = 89999.99").update();
        assertThatThrownBy(this::prepare).isInstanceOf(PaymentRefused.class).hasMessageContaining("återstår");
        jdbc.sql("update tidig.grant_case set amount = 90000").update();
        prepare();
    }

    @Test
    void whatIsUnderWayIsNotLeftOfTheGrantEither() {
        check();
        prepare();
        jdbc.sql("update tidig.payment_order set key = reference || '-M9'").update();
        assertThatThrownBy(this::prepare).isInstanceOf(PaymentRefused.class).hasMessageContaining("återstår");
    }

    @Test
    void anAmountThatADecisionWithheldAfterPreparationIsNotPaid() {
        conditions.note(MilestoneKey.of(key), List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        assertThat(check()).isEqualTo(Outcome.OBSTACLE);
        prepare();
        obstacles.investigate(MilestoneKey.of(key), true, "Utrett", Actor.of("officerK1"));
        obstacles.leaveOutHearing(MilestoneKey.of(key), "Onödigt", Actor.of("officerK1"));
        obstacles.propose(
                MilestoneKey.of(key), new Proposal(Kind.PART, Sek.of(20_000), "Skäl", "15 b §"), Actor.of("officerK1"));
        obstacles.decide(MilestoneKey.of(key), null, null, Actor.of("deciderK"));
        check();

        assertThatThrownBy(() -> disbursements.approve(MilestoneKey.of(key), Actor.of("financeK2")))
                .hasMessageContaining("Beloppet");
        assertThat(prepare().amount()).isEqualTo(Sek.of(70_000));
        disbursements.approve(MilestoneKey.of(key), Actor.of("financeK2"));
    }

    @Test
    void whoProposedAnObstacleDoesNotDecideItWhateverRoadTheyCome() {
        conditions.note(MilestoneKey.of(key), List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        check();
        obstacles.investigate(MilestoneKey.of(key), true, "Utrett", Actor.of("officerK1"));
        obstacles.leaveOutHearing(MilestoneKey.of(key), "Onödigt", Actor.of("officerK1"));
        obstacles.propose(
                MilestoneKey.of(key), new Proposal(Kind.WHOLE, Sek.ZERO, "Skäl", "15 b §"), Actor.of("officerK1"));

        assertThatThrownBy(() -> obstacles.decide(MilestoneKey.of(key), null, null, Actor.of("officerK1")))
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Den som har föreslagit beslutet kan inte fatta det. En annan person måste göra det.");
        obstacles.decide(MilestoneKey.of(key), null, null, Actor.of("deciderK"));
        assertThat(grants.get(MilestoneKey.of(key).reference())
                        .milestone(MilestoneKey.of(key))
                        .status())
                .isEqualTo(Milestone.Status.WITHHELD);
        assertThatThrownBy(this::prepare).hasMessageContaining("inget att betala ut");
    }

    @Test
    void onePaymentHasOneOpenQuestionOfObstacle() {
        conditions.note(MilestoneKey.of(key), List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        check();
        obstacles.investigate(MilestoneKey.of(key), true, "Utrett", Actor.of("officerK1"));
        assertThatThrownBy(() -> obstacles.investigate(MilestoneKey.of(key), true, "Utrett", Actor.of("officerK2")))
                .hasStackTraceContaining("payment_obstacle_open");
    }

    @Test
    void aReasonThatWasFoundToHinderNothingHindersAgainOnlyIfItIsAnother() {
        conditions.note(MilestoneKey.of(key), List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        check();
        obstacles.investigate(MilestoneKey.of(key), false, "Verksamheten pågår", Actor.of("officerK1"));
        assertThat(check()).isEqualTo(Outcome.READY);

        conditions.note(MilestoneKey.of(key), List.of("OTHER"), "Lokalen uppsagd", Actor.of("financeK1"));
        assertThat(check()).isEqualTo(Outcome.OBSTACLE);
    }

    @Test
    void anOverdueClaimOfAnotherBoardHindersThePayment() {
        var grant = grants.get(MilestoneKey.of(key).reference());
        var dueOn = grant.decidedOn().minusDays(1);
        overdue.enter(
                new OverdueClaim("H-1", grant.organisationNumber(), "H", "604-1", dueOn, Sek.of(5_000), dueOn, dueOn));
        assertThat(check()).isEqualTo(Outcome.OBSTACLE);
        overdue.settle("H-1", grant.decidedOn());
        assertThat(check()).isEqualTo(Outcome.READY);
    }

    @Test
    void anObstacleIsInvestigatedAtOnceAlsoIfThePaymentWaits() {
        jdbc.sql("update tidig.grant_case set payee_verified_at = null").update();
        assertThat(check()).isEqualTo(Outcome.WAIT);
        conditions.note(MilestoneKey.of(key), List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        assertThat(check()).isEqualTo(Outcome.OBSTACLE);
    }

    @Test
    void aClaimOnTheGrantHindersItsNextPaymentUntilItIsRepaid() {
        var last = fixture.dueAfterReport(true);
        var reference = MilestoneKey.of(last).reference();
        key = last;
        repayments.record(new RepaymentService.Claim(
                reference,
                null,
                Action.CLAIM,
                "CONDITIONS",
                new RepaymentService.Claim.Words("Återkrav", "Villkoren är inte uppfyllda"),
                Sek.of(5_000),
                Sek.ZERO,
                null,
                null,
                "Villkor 2",
                Actor.of("financeK1")));
        assertThat(check()).isEqualTo(Outcome.OBSTACLE);
        assertThat(conditions.open(MilestoneKey.of(key)))
                .extracting(PaymentFinding::code)
                .contains("RECOVERY_GROUND");
        assertThat(conditions.open(MilestoneKey.of(key)))
                .extracting(PaymentFinding::reason)
                .anyMatch(reason -> reason.contains("Villkoren är inte uppfyllda, 5"));
    }

    @Test
    void aCostThatAnotherGrantToTheSameRecipientIsForIsInvestigated() {
        assertThat(check()).isEqualTo(Outcome.READY);
        key = fixture.due();
        budget(key, "Hyra av lokal");
        assertThat(check()).isEqualTo(Outcome.READY);

        key = fixture.due();
        budget(key, " hyra  av LOKAL ");

        assertThat(check()).isEqualTo(Outcome.OBSTACLE);
        assertThat(conditions.open(MilestoneKey.of(key))).singleElement().satisfies(finding -> assertThat(
                        finding.reason())
                .contains("Hyra av lokal, 20")
                .contains("K-"));
    }

    @Test
    void aGrantIsEndedEarlyOnlyWhileNoMoneyCanBeOnItsWay() {
        check();
        prepare();
        ends.end(MilestoneKey.of(key).reference(), Actor.of("admin"));
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.CANCELLED);

        prepare();
        disbursements.approve(MilestoneKey.of(key), Actor.of("financeK2"));

        assertThatThrownBy(() -> ends.end(MilestoneKey.of(key).reference(), Actor.of("admin")))
                .isInstanceOf(Rejected.class)
                .hasMessage("Betalningen " + key + " är på väg (attesterad)."
                        + " Slutför eller avbryt den i dess egna uppgifter först.");
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void aPaymentIsFinishedOnlyOnceItHasEnded() {
        check();
        prepare();

        assertThatThrownBy(() -> payments.finish(MilestoneKey.of(key)))
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Betalningen " + key + " är inte avslutad.");
    }

    @Test
    void aTableRowWithoutAKnownEffectIsAnErrorThatSaysWhatToCorrect() {
        for (var row : List.<Map<String, Object>>of(Map.of("code", "X", "effect", "STOP"), Map.of("code", "X"))) {
            assertThatThrownBy(() -> conditions.check(MilestoneKey.of(key), (decision, facts) -> List.of(row)))
                    .isInstanceOf(RuleError.class)
                    .hasMessageStartingWith("Tabellen payment-conditions ger en rad utan giltig följd: {")
                    .hasMessageEndingWith("}. Följden ska vara WAIT, OBSTACLE eller OK.");
        }
    }

    @Test
    void aPaymentIsCheckedAgainOnItsFirstDayOrTomorrowIfThatHasCome() {
        assertThat(recheckAt()).isEqualTo(SwedishDate.startOf(today().plusDays(1)));

        key = fixture.dueOn(today().plusDays(2));
        assertThat(recheckAt()).isEqualTo(SwedishDate.startOf(today().plusDays(2)));
    }

    private Instant recheckAt() {
        return conditions.check(MilestoneKey.of(key), ApplicationFixture.RULES).recheckAt();
    }

    private LocalDate today() {
        return SwedishDate.on(clock.instant());
    }

    private void budget(String milestone, String description) {
        jdbc.sql("update tidig.application set answers = jsonb_set(answers, '{budgetLines}', cast(? as jsonb))"
                        + " where reference = ?")
                .params(
                        "[{\"category\": \"premises\", \"description\": \"" + description + "\", \"amount\": 20000}]",
                        MilestoneKey.of(milestone).reference().value())
                .update();
    }

    private Callable<Boolean> approval(CyclicBarrier barrier, Actor by) {
        return () -> {
            barrier.await();
            try {
                disbursements.approve(MilestoneKey.of(key), by);
                return true;
            } catch (PaymentRefused refused) {
                return false;
            }
        };
    }

    private Outcome check() {
        return conditions.check(MilestoneKey.of(key), ApplicationFixture.RULES).outcome();
    }

    private PaymentOrder prepare() {
        return disbursements.prepare(MilestoneKey.of(key), CODING, null, Actor.of("financeK1"));
    }
}
