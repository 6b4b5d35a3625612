package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.application.Application;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.AwaitedAnswer;
import se.tidig.application.LaterHearing;
import se.tidig.application.MoreTimeService;
import se.tidig.application.MoreTimeService.Awaited;
import se.tidig.application.MoreTimeService.Running;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacle.Proposal;
import se.tidig.timelimit.PeriodEnd;

/** A question whether a payment is hindered, from the investigation to the decision (15 b §; 25 § FL). */
@DomainTest
class ObstacleServiceTest {

    private static final Actor OFFICER = Actor.of("officerK1");
    private static final Actor DECIDER = Actor.of("deciderK");
    private static final Actor RECIPIENT = Actor.of("Anna Lind");

    @Autowired
    PaymentFixture fixture;

    @Autowired
    PaymentConditionService conditions;

    @Autowired
    ObstacleService service;

    @Autowired
    PaymentObstacles obstacles;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    MoreTimeService moreTime;

    @Autowired
    Grants grants;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Clock clock;

    MilestoneKey key;
    LocalDate today;

    @BeforeEach
    void anObstacleToAPaymentOf90000KrIsInvestigated() {
        key = MilestoneKey.of(fixture.due());
        today = SwedishDate.on(clock.instant());
        conditions.note(key, List.of("OTHER"), "Nedlagd verksamhet", OFFICER);
        conditions.check(key, ApplicationFixture.RULES);
        service.investigate(key, true, "Utrett.", OFFICER);
        events.clear();
    }

    @Test
    void theRecipientIsHeardUntilADayAfterToday() {
        refused(
                () -> service.communicate(key, "Underlag.", today, OFFICER),
                "Ange en sista svarsdag som är senare än i dag.");
        assertThat(service.open(key.reference())).isEmpty();

        service.communicate(key, "Underlag.", today.plusDays(14), OFFICER);

        var deadline = PeriodEnd.on(today.plusDays(14)).passed();
        assertThat(service.open(key.reference()))
                .contains(new LaterHearing.Open("Underlag.", deadline, true, key.toString()));
        assertThat(service.askReply(key)).isEqualTo(new AwaitedAnswer(false, deadline));
        assertThat(moreTime.running(key.reference()))
                .contains(new Running(
                        Awaited.LATER_HEARING, PeriodEnd.on(today.plusDays(14)).last(), key.toString()));
    }

    @Test
    void theRecipientIsGivenMoreTimeOrHasAnswered() {
        service.communicate(key, "Underlag.", today.plusDays(14), OFFICER);

        moreTime.grant(key.reference(), today.plusDays(40), "Semester.", OFFICER);

        assertThat(service.askReply(key).deadline())
                .isEqualTo(PeriodEnd.on(today.plusDays(40)).passed());
        reply();
        assertThat(service.askReply(key).isReceived()).isTrue();
        assertThat(moreTime.running(key.reference())).isEmpty();
    }

    @Test
    void commentsInTimeWakeThePaymentAndLaterOnesAreReadByTheOfficer() {
        service.communicate(key, "Underlag.", today.plusDays(14), OFFICER);

        reply();
        assertThat(events.stream(PaymentObstacle.Replied.class)).containsExactly(new PaymentObstacle.Replied(key));
        reply();

        assertThat(obstacles.latest(key).orElseThrow().reply()).isEqualTo("Verksamheten pågår.\n\nVerksamheten pågår.");
        assertThat(events.stream(PaymentObstacle.Replied.class)).hasSize(1);
        assertThat(events.stream(Application.Supplemented.class))
                .containsExactly(new Application.Supplemented(key.reference()));
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 20"})
    void commentsThatAreJudgedLateOrComeAfterTheTimeAreReadByTheOfficer(boolean judgedLate, int days) {
        service.communicate(key, "Underlag.", today.plusDays(14), OFFICER);
        TestTime.pass(Duration.ofDays(days));

        service.reply(key.reference(), "Verksamheten pågår.", clock.instant(), judgedLate);

        assertThat(events.stream(PaymentObstacle.Replied.class)).isEmpty();
        assertThat(events.stream(Application.Supplemented.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 90_000, 90_001})
    void aPartIsMoreThanNothingAndLessThanTheWhole(long part) {
        service.leaveOutHearing(key, "Onödigt", OFFICER);

        refused(
                () -> propose(Kind.PART, part),
                "Ange ett belopp över 0 och under " + Sek.of(90_000) + ". Ska inget betalas ut, välj hela beloppet.");
        propose(Kind.PART, 1);
        propose(Kind.PART, 89_999);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE, 90000, WITHHELD", "PART, 20000, OPEN", "RELEASE, 0, OPEN"})
    void aDecisionWithholdsTheWholeAPartOrNothing(Kind kind, long withheld, Milestone.Status status) {
        service.leaveOutHearing(key, "Onödigt", OFFICER);
        propose(kind, 20_000);

        assertThat(service.decide(key, "Eva Ek", "Skiljaktig.", DECIDER)).isEqualTo(kind);

        assertThat(service.withheld(key)).isEqualTo(Sek.of(withheld));
        assertThat(grants.get(key.reference()).milestone(key).status()).isEqualTo(status);
        refused(() -> service.askReply(key), "Inget hinder mot utbetalningen " + key + " utreds.");
    }

    @Test
    void aLaterObstacleConcernsWhatIsLeft() {
        service.leaveOutHearing(key, "Onödigt", OFFICER);
        propose(Kind.PART, 20_000);
        service.decide(key, null, null, DECIDER);
        conditions.note(key, List.of("OTHER"), "Lokalen såld", OFFICER);
        conditions.check(key, ApplicationFixture.RULES);
        service.investigate(key, true, "Utrett.", OFFICER);
        service.leaveOutHearing(key, "Onödigt", OFFICER);
        refused(
                () -> propose(Kind.PART, 70_000),
                "Ange ett belopp över 0 och under " + Sek.of(70_000) + ". Ska inget betalas ut, välj hela beloppet.");

        propose(Kind.WHOLE, 0);
        service.decide(key, null, null, DECIDER);

        assertThat(service.withheld(key)).isEqualTo(Sek.of(90_000));
    }

    @Test
    void aReturnedProposalIsMadeAgain() {
        service.leaveOutHearing(key, "Onödigt", OFFICER);
        propose(Kind.WHOLE, 0);

        service.sendBack(key, "Pröva en del.", DECIDER);

        refused(
                () -> service.decide(key, null, null, DECIDER),
                "Hindret har status \"Kommunicerad\" och väntar inte på beslut.");
        propose(Kind.PART, 20_000);
        service.decide(key, null, null, DECIDER);
        assertThat(service.withheld(key)).isEqualTo(Sek.of(20_000));
    }

    private void reply() {
        intake.reply(key.reference(), "Verksamheten pågår.", clock.instant(), RECIPIENT);
    }

    private void propose(Kind kind, long withheld) {
        service.propose(key, new Proposal(kind, Sek.of(withheld), "Skäl", "15 b §"), OFFICER);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(PaymentRefused.class).hasMessage(because);
    }
}
