package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.payment.PaymentObstacle.Status.COMMUNICATED;
import static se.tidig.payment.PaymentObstacle.Status.DECIDED;
import static se.tidig.payment.PaymentObstacle.Status.INVESTIGATED;
import static se.tidig.payment.PaymentObstacle.Status.PROPOSED;
import static se.tidig.payment.PaymentObstacle.Status.RELEASED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.payment.PaymentFinding.Effect;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacle.Proposal;
import se.tidig.payment.PaymentObstacle.Status;

/** The steps of an obstacle to payment (15 b §): investigated, heard (25 § FL), proposed by one and decided by another. */
class PaymentObstacleTest {

    private static final Instant NOW = Instant.parse("2026-02-20T10:00:00Z");
    private static final Instant DEADLINE = NOW.plusSeconds(86_400);
    private static final Proposal WHOLE = new Proposal(Kind.WHOLE, Sek.of(60_000), "Konkurs", "15 b §");
    private static final PaymentFinding INSOLVENT =
            new PaymentFinding("INSOLVENT", Effect.OBSTACLE, "15 b §", "Konkurs enligt Bolagsverket");

    /** What is done to the obstacle, in which states it may be, the state that follows, and the words of the refusal. */
    enum Act {
        RELEASE(o -> o.release(NOW), EnumSet.of(INVESTIGATED), RELEASED, "Hindret har status \"%s\"."),
        COMMUNICATE(
                o -> o.communicate("Underlag", DEADLINE, Actor.of("officerK1")),
                EnumSet.of(INVESTIGATED),
                COMMUNICATED,
                "Hindret har status \"%s\"."),
        LEAVE_OUT_HEARING(
                o -> o.leaveOutHearing("Onödigt", Actor.of("officerK1")),
                EnumSet.of(INVESTIGATED),
                COMMUNICATED,
                "Hindret har status \"%s\"."),
        PROPOSE(
                o -> o.propose(WHOLE, Actor.of("officerK1"), NOW),
                EnumSet.of(COMMUNICATED, PROPOSED),
                PROPOSED,
                "Hindret har status \"%s\". Kommunicera underlaget innan beslut föreslås."),
        DECIDE(
                o -> o.decide("Eva Ek", "Jag är av annan mening.", Actor.of("deciderK"), NOW),
                EnumSet.of(PROPOSED),
                DECIDED,
                "Hindret har status \"%s\" och väntar inte på beslut."),
        SEND_BACK(
                o -> o.sendBack("Utred mer", Actor.of("deciderK")),
                EnumSet.of(PROPOSED),
                COMMUNICATED,
                "Hindret har status \"%s\" och väntar inte på beslut.");

        private final Consumer<PaymentObstacle> done;
        private final Set<Status> allowed;
        private final Status after;
        private final String refusal;

        Act(Consumer<PaymentObstacle> done, Set<Status> allowed, Status after, String refusal) {
            this.done = done;
            this.allowed = allowed;
            this.after = after;
            this.refusal = refusal;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anActIsDoneInItsStatesAndRefusedInAllOthersWithTheReason(Act act) {
        for (var status : Status.values()) {
            var obstacle = at(status);
            if (act.allowed.contains(status)) {
                act.done.accept(obstacle);
                assertThat(obstacle.status()).as("%s of %s", act, status).isEqualTo(act.after);
            } else {
                refused(() -> act.done.accept(obstacle), act.refusal.formatted(status.swedish()));
                assertThat(obstacle.status()).isEqualTo(status);
            }
        }
    }

    @Test
    void anInvestigationKeepsItsGroundsAndWhoMadeIt() {
        var other = new PaymentFinding("CHANGE", Effect.OBSTACLE, "15 a §", "Verksamheten är nedlagd");
        var again = new PaymentFinding("INSOLVENT", Effect.OBSTACLE, "15 b §", "Bolaget är avregistrerat");
        var obstacle = PaymentObstacle.investigated(
                Reference.of("K-2026-2-017"),
                "K",
                MilestoneKey.of("K-2026-2-017-M1"),
                List.of(INSOLVENT, other, again),
                "Utrett",
                Actor.of("officerK1"),
                NOW);

        assertThat(obstacle.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(obstacle.board()).isEqualTo("K");
        assertThat(obstacle.milestone()).isEqualTo(MilestoneKey.of("K-2026-2-017-M1"));
        assertThat(obstacle.grounds()).containsExactly(other, again, INSOLVENT);
        assertThat(obstacle.investigation()).isEqualTo("Utrett");
        assertThat(obstacle.investigatedBy()).isEqualTo(Actor.of("officerK1"));
    }

    @Test
    void anInvestigationThatFindsNothingEndsTheQuestion() {
        assertThat(at(RELEASED).decidedAt()).isEqualTo(NOW);
        assertThat(at(RELEASED).withheldByDecision()).isEqualTo(Sek.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionIsOpenUntilItIsDecidedOrReleased(Status status) {
        assertThat(at(status).isOpen()).isEqualTo(status != DECIDED && status != RELEASED);
    }

    @Test
    void theRecipientIsHeardUntilTheDeadlineOrItsComments() {
        var obstacle = at(INVESTIGATED);
        assertThat(obstacle.awaitsReply()).isFalse();
        obstacle.communicate("Underlag", DEADLINE, Actor.of("officerK1"));
        assertThat(obstacle.hearing()).isEqualTo("Underlag");
        assertThat(obstacle.hearingNote()).isNull();
        assertThat(obstacle.replyDeadline()).isEqualTo(DEADLINE);
        assertThat(obstacle.awaitsReply()).isTrue();
        obstacle.extend(DEADLINE.plusSeconds(60));
        assertThat(obstacle.replyDeadline()).isEqualTo(DEADLINE.plusSeconds(60));

        obstacle.replied("Vi betalar.", NOW);

        assertThat(obstacle.awaitsReply()).isFalse();
        assertThat(obstacle.reply()).isEqualTo("Vi betalar.");
        refused(() -> obstacle.extend(DEADLINE), "Bidragsmottagaren har yttrat sig, eller väntas inte göra det.");
    }

    @Test
    void nobodyIsWaitedForIfTheHearingIsLeftOutAndTheReasonIsKept() {
        var obstacle = at(INVESTIGATED);
        obstacle.leaveOutHearing("Onödigt", Actor.of("officerK1"));

        assertThat(obstacle.hearingNote()).isEqualTo("Onödigt");
        assertThat(obstacle.hearing()).isNull();
        assertThat(obstacle.awaitsReply()).isFalse();
        refused(() -> obstacle.extend(DEADLINE), "Bidragsmottagaren har yttrat sig, eller väntas inte göra det.");
    }

    @Test
    void nobodyIsWaitedForOnceADecisionIsProposed() {
        assertThat(at(PROPOSED).awaitsReply()).isFalse();
    }

    @Test
    void laterCommentsAreAddedUntilTheDecisionAndRefusedAfterIt() {
        var obstacle = at(PROPOSED);
        obstacle.replied("Vi betalar.", NOW);
        obstacle.replied("Nu har vi betalat.", DEADLINE);
        assertThat(obstacle.reply()).isEqualTo("Vi betalar.\n\nNu har vi betalat.");

        refused(() -> at(DECIDED).replied("För sent", NOW), "Hindret har status \"Beslutad\".");
        refused(() -> at(RELEASED).replied("För sent", NOW), "Hindret har status \"Inget hinder\".");
    }

    @Test
    void aProposalKeepsWhatItSaysAndAnotherReplacesIt() {
        var obstacle = at(PROPOSED);
        assertThat(obstacle.proposal()).isEqualTo(Kind.WHOLE);
        assertThat(obstacle.withheld()).isEqualTo(Sek.of(60_000));
        assertThat(obstacle.reasons()).isEqualTo("Konkurs");
        assertThat(obstacle.paragraphs()).isEqualTo("15 b §");
        assertThat(obstacle.proposedBy()).isEqualTo(Actor.of("officerK1"));
        obstacle.sendBack("Utred mer", Actor.of("deciderK"));
        assertThat(obstacle.returnReason()).isEqualTo("Utred mer");

        obstacle.propose(new Proposal(Kind.PART, Sek.of(1), "En del", "15 b §"), Actor.of("officerK2"), NOW);

        assertThat(obstacle.returnReason()).isNull();
        assertThat(obstacle.proposal()).isEqualTo(Kind.PART);
        assertThat(obstacle.withheld()).isEqualTo(Sek.of(1));
        assertThat(obstacle.proposedBy()).isEqualTo(Actor.of("officerK2"));
    }

    @Test
    void whoProposedItNeitherDecidesItNorSendsItBack() {
        var own = "Den som har föreslagit beslutet kan inte fatta det. En annan person måste göra det.";

        refused(() -> at(PROPOSED).decide(null, null, Actor.of("officerK1"), NOW), own);
        refused(() -> at(PROPOSED).sendBack("Utred mer", Actor.of("officerK1")), own);
    }

    @Test
    void moneyIsWithheldByTheDecisionAndNotByTheProposal() {
        assertThat(at(PROPOSED).withheldByDecision()).isEqualTo(Sek.ZERO);
        var decided = at(DECIDED);

        assertThat(decided.withheldByDecision()).isEqualTo(Sek.of(60_000));
        assertThat(decided.decidedBy()).isEqualTo(Actor.of("deciderK"));
        assertThat(decided.decidedAt()).isEqualTo(NOW);
        assertThat(decided.participants()).isEqualTo("Eva Ek");
        assertThat(decided.dissent()).isEqualTo("Jag är av annan mening.");
    }

    @Test
    void aDecisionThatNothingHindersThePaymentReleasesIt() {
        var obstacle = at(COMMUNICATED);
        obstacle.propose(
                new Proposal(Kind.RELEASE, Sek.ZERO, "Skulden är betald", "15 b §"), Actor.of("officerK1"), NOW);
        obstacle.decide(null, null, Actor.of("deciderK"), NOW);

        assertThat(obstacle.status()).isEqualTo(RELEASED);
        assertThat(obstacle.withheldByDecision()).isEqualTo(Sek.ZERO);
    }

    private static PaymentObstacle at(Status status) {
        var obstacle = PaymentObstacle.investigated(
                Reference.of("K-2026-2-017"),
                "K",
                MilestoneKey.of("K-2026-2-017-M1"),
                List.of(INSOLVENT),
                "Utrett",
                Actor.of("officerK1"),
                NOW);
        var acts =
                switch (status) {
                    case INVESTIGATED -> List.<Act>of();
                    case RELEASED -> List.of(Act.RELEASE);
                    case COMMUNICATED -> List.of(Act.COMMUNICATE);
                    case PROPOSED -> List.of(Act.COMMUNICATE, Act.PROPOSE);
                    case DECIDED -> List.of(Act.COMMUNICATE, Act.PROPOSE, Act.DECIDE);
                };
        acts.forEach(act -> act.done.accept(obstacle));
        assertThat(obstacle.status()).isEqualTo(status);
        return obstacle;
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(PaymentRefused.class).hasMessage(because);
    }
}
