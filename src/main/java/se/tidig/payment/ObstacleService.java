package se.tidig.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.AwaitedAnswer;
import se.tidig.application.LaterHearing;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.MilestoneService;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacle.Proposal;
import se.tidig.timelimit.PeriodEnd;

/** An obstacle to payment from investigation to decision (15 b § of ordinance 2016:1364; 25, 31–33 §§ FL). */
@Service
@Transactional
public class ObstacleService implements LaterHearing {

    private final PaymentObstacles obstacles;
    private final PaymentConditionService conditions;
    private final Grants grants;
    private final MilestoneService milestones;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ObstacleService(
            PaymentObstacles obstacles,
            PaymentConditionService conditions,
            Grants grants,
            MilestoneService milestones,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obstacles = obstacles;
        this.conditions = conditions;
        this.grants = grants;
        this.milestones = milestones;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records what the investigation of the open findings has shown.
     *
     * @param hindered true if a decision on an obstacle may follow; false settles the findings
     */
    public void investigate(MilestoneKey milestone, boolean hindered, String investigation, Actor by) {
        var grant = grants.lock(milestone.reference());
        var grounds = conditions.open(milestone);
        var obstacle = PaymentObstacle.investigated(
                grant.reference(), grant.board(), milestone, grounds, investigation, by, clock.instant());
        if (!hindered) {
            obstacle.release(clock.instant());
        }
        obstacles.save(obstacle);
        note(
                obstacle,
                by,
                hindered ? "Hinder mot utbetalning utreds. " : "Utrett: inget hinder mot utbetalning. ",
                investigation);
    }

    /**
     * Sends the material to the recipient for comment.
     *
     * @param replyBy last day to comment; if it is a free day, the next weekday is used
     */
    public PaymentObstacle communicate(MilestoneKey milestone, String text, LocalDate replyBy, Actor by) {
        PaymentRefused.unless(
                replyBy.isAfter(SwedishDate.on(clock.instant())), "Ange en sista svarsdag som är senare än i dag.");
        var obstacle = obstacles.lockOpen(milestone);
        var end = PeriodEnd.on(replyBy);
        obstacle.communicate(text, end.passed(), by);
        note(
                obstacle,
                by,
                "Underlag om hinder mot utbetalning kommunicerat, svar senast " + SwedishDate.text(end.last()),
                "");
        return obstacles.save(obstacle);
    }

    public void leaveOutHearing(MilestoneKey milestone, String why, Actor by) {
        var obstacle = obstacles.lockOpen(milestone);
        obstacle.leaveOutHearing(why, by);
        obstacles.save(obstacle);
        note(obstacle, by, "Avstod från kommunicering om hinder mot utbetalning: ", why);
    }

    /** What the recipient has answered. Locks the question until the transaction ends. */
    public AwaitedAnswer askReply(MilestoneKey milestone) {
        var obstacle = obstacles.lockOpen(milestone);
        return new AwaitedAnswer(!obstacle.awaitsReply(), obstacle.replyDeadline());
    }

    /** The material that the recipient is heard about and that is not yet decided on. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Open> open(Reference reference) {
        return heard(reference)
                .map(obstacle -> new Open(
                        obstacle.hearing(),
                        obstacle.replyDeadline(),
                        obstacle.awaitsReply(),
                        obstacle.milestone().toString()));
    }

    @Override
    public void extend(Reference reference, LocalDate day) {
        var obstacle = obstacles.lockOpen(heard(reference).orElseThrow().milestone());
        obstacle.extend(PeriodEnd.on(day).passed());
        obstacles.save(obstacle);
    }

    /**
     * Stores the recipient's comments. If nobody waits for them any more, they are put before the officer of the
     * grant.
     */
    @Override
    public void reply(Reference reference, String text, Instant receivedAt, boolean judgedLate) {
        var obstacle = obstacles.lockOpen(heard(reference).orElseThrow().milestone());
        var awaited = !judgedLate && obstacle.awaitsReply() && clock.instant().isBefore(obstacle.replyDeadline());
        obstacle.replied(text, receivedAt);
        obstacles.save(obstacle);
        events.publishEvent(
                awaited ? new PaymentObstacle.Replied(obstacle.milestone()) : new Application.Supplemented(reference));
    }

    private Optional<PaymentObstacle> heard(Reference reference) {
        return obstacles.findByReferenceOrderById(reference).stream()
                .filter(obstacle -> obstacle.isOpen() && obstacle.hearing() != null)
                .findFirst();
    }

    public void propose(MilestoneKey milestone, Proposal proposal, Actor by) {
        var amount = grants.get(milestone.reference()).milestone(milestone).amount();
        var obstacle = obstacles.lockOpen(milestone);
        var left = amount.minus(withheld(milestone));
        var sum =
                switch (proposal.kind()) {
                    case WHOLE -> left;
                    case PART -> proposal.withheld();
                    case RELEASE -> Sek.ZERO;
                };
        PaymentRefused.unless(
                proposal.kind() != Kind.PART || sum.isPositive() && sum.compareTo(left) < 0,
                "Ange ett belopp över 0 och under " + left + ". Ska inget betalas ut, välj hela beloppet.");
        obstacle.propose(
                new Proposal(proposal.kind(), sum, proposal.reasons(), proposal.paragraphs()), by, clock.instant());
        obstacles.save(obstacle);
        note(
                obstacle,
                by,
                "Förslag om hinder mot utbetalning: "
                        + proposal.kind().swedish().toLowerCase() + ".",
                "");
    }

    /** Decides as proposed. If nothing is left to pay, the milestone is finished. */
    public Kind decide(MilestoneKey milestone, String participants, String dissent, Actor by) {
        var grant = grants.lock(milestone.reference());
        var obstacle = obstacles.lockOpen(milestone);
        obstacle.decide(participants, dissent, by, clock.instant());
        obstacles.save(obstacle);
        if (obstacle.proposal() == Kind.WHOLE) {
            milestones.paid(milestone, Sek.ZERO);
        }
        note(obstacle, by, decision(obstacle, grant.milestone(milestone)), "");
        return obstacle.proposal();
    }

    public void sendBack(MilestoneKey milestone, String reason, Actor by) {
        var obstacle = obstacles.lockOpen(milestone);
        obstacle.sendBack(reason, by);
        obstacles.save(obstacle);
    }

    /** The sum that decisions in force withhold from the payment, SEK. */
    public Sek withheld(MilestoneKey milestone) {
        return obstacles.findByMilestoneOrderById(milestone).stream()
                .map(PaymentObstacle::withheldByDecision)
                .reduce(Sek.ZERO, Sek::plus);
    }

    private static String decision(PaymentObstacle obstacle, Milestone milestone) {
        return obstacle.proposal() == Kind.RELEASE
                ? "Beslut: inget hinder mot utbetalning."
                : LegalTexts.of("obstacle.decided", obstacle.withheld(), milestone.amount());
    }

    private void note(PaymentObstacle obstacle, Actor by, String what, String more) {
        journal.note(obstacle.reference(), EventKind.PAYMENT, by, what + more);
    }
}
