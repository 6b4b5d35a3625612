package se.tidig.payment;

import static se.tidig.payment.PaymentRefused.unless;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * The question whether a granted amount is to be withheld, in whole or in part (hinder mot utbetalning, 15 b § of
 * ordinance 2016:1364). It is investigated, sent to the recipient for comment (25 § FL), proposed by one person and
 * decided by another.
 */
@Table(schema = "tidig", value = "payment_obstacle")
public class PaymentObstacle {

    /** How far the handling of the question has come. */
    public enum Status {
        INVESTIGATED("Utreds"),
        COMMUNICATED("Kommunicerad"),
        PROPOSED("Förslag lämnat"),
        DECIDED("Beslutad"),
        RELEASED("Inget hinder");

        private final String swedish;

        Status(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** The proposal, and then the decision. */
    public enum Kind {
        WHOLE("Inget betalas ut"),
        PART("En del betalas inte ut"),
        RELEASE("Inget hinder");

        private final String swedish;

        Kind(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /**
     * A proposed decision.
     *
     * @param withheld the sum that is not paid, SEK; zero if there is no obstacle
     * @param paragraphs the provisions that the decision rests on
     */
    public record Proposal(Kind kind, Sek withheld, String reasons, String paragraphs) {}

    /** The recipient has commented on the material. */
    public record Replied(MilestoneKey milestone) {}

    @Id
    private Long id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private MilestoneKey milestone;
    private Status status;
    private Instant openedAt;
    private Actor investigatedBy;
    private String investigation;
    private String hearing;
    private String hearingNote;
    private Actor hearingBy;
    private Instant replyDeadline;
    private String reply;
    private Instant repliedAt;
    private Kind proposal;
    private Sek withheld;
    private String reasons;
    private String paragraphs;
    private Actor proposedBy;
    private Instant proposedAt;
    private String participants;
    private String dissent;
    private String returnReason;
    private Actor decidedBy;
    private Instant decidedAt;

    @MappedCollection(idColumn = "obstacle")
    private Set<PaymentFinding> grounds = new HashSet<>();

    private PaymentObstacle() {}

    static PaymentObstacle investigated(
            Reference reference,
            String board,
            MilestoneKey milestone,
            List<PaymentFinding> grounds,
            String investigation,
            Actor by,
            Instant at) {
        var obstacle = new PaymentObstacle();
        obstacle.reference = reference;
        obstacle.board = board;
        obstacle.milestone = milestone;
        obstacle.grounds = new HashSet<>(grounds);
        obstacle.investigation = investigation;
        obstacle.investigatedBy = by;
        obstacle.openedAt = at;
        obstacle.status = Status.INVESTIGATED;
        return obstacle;
    }

    /** The investigation shows that nothing hinders the payment. */
    void release(Instant at) {
        unless(status == Status.INVESTIGATED, inStatus() + ".");
        status = Status.RELEASED;
        decidedAt = at;
    }

    /** The material has been sent to the recipient, who may comment until the deadline (25 § FL). */
    void communicate(String text, Instant deadline, Actor by) {
        unless(status == Status.INVESTIGATED, inStatus() + ".");
        status = Status.COMMUNICATED;
        hearing = text;
        replyDeadline = deadline;
        hearingBy = by;
    }

    /** The recipient gets more time to comment. */
    void extend(Instant deadline) {
        unless(awaitsReply(), "Bidragsmottagaren har yttrat sig, eller väntas inte göra det.");
        replyDeadline = deadline;
    }

    /** Nothing is sent to the recipient; the reason is recorded (25 § FL). */
    void leaveOutHearing(String why, Actor by) {
        unless(status == Status.INVESTIGATED, inStatus() + ".");
        status = Status.COMMUNICATED;
        hearingNote = why;
        hearingBy = by;
    }

    /** Comments are accepted until the decision, also after the deadline. */
    void replied(String text, Instant at) {
        unless(isOpen(), inStatus() + ".");
        reply = reply == null ? text : reply + "\n\n" + text;
        repliedAt = at;
    }

    void propose(Proposal proposed, Actor by, Instant at) {
        unless(
                status == Status.COMMUNICATED || status == Status.PROPOSED,
                inStatus() + ". Kommunicera underlaget innan beslut föreslås.");
        proposal = proposed.kind();
        withheld = proposed.withheld();
        reasons = proposed.reasons();
        paragraphs = proposed.paragraphs();
        proposedBy = by;
        proposedAt = at;
        returnReason = null;
        status = Status.PROPOSED;
    }

    /** A person other than the proposer decides; the decision is in force at once (15 b §). */
    void decide(String alsoTakingPart, String dissenting, Actor by, Instant at) {
        otherThanProposer(by);
        participants = alsoTakingPart;
        dissent = dissenting;
        decidedBy = by;
        decidedAt = at;
        status = proposal == Kind.RELEASE ? Status.RELEASED : Status.DECIDED;
    }

    void sendBack(String reason, Actor by) {
        otherThanProposer(by);
        returnReason = reason;
        status = Status.COMMUNICATED;
    }

    private void otherThanProposer(Actor by) {
        unless(status == Status.PROPOSED, inStatus() + " och väntar inte på beslut.");
        unless(
                !by.equals(proposedBy),
                "Den som har föreslagit beslutet kan inte fatta det. En annan person måste göra det.");
    }

    private String inStatus() {
        return "Hindret har status \"" + status.swedish() + "\"";
    }

    public boolean isOpen() {
        return status != Status.DECIDED && status != Status.RELEASED;
    }

    /** Whether the recipient has been heard and has not answered. */
    boolean awaitsReply() {
        return status == Status.COMMUNICATED && replyDeadline != null && repliedAt == null;
    }

    /** The sum that a decision in force withholds from the payment, SEK. */
    Sek withheldByDecision() {
        return status == Status.DECIDED ? withheld : Sek.ZERO;
    }

    public Reference reference() {
        return reference;
    }

    public String board() {
        return board;
    }

    public MilestoneKey milestone() {
        return milestone;
    }

    public Status status() {
        return status;
    }

    public List<PaymentFinding> grounds() {
        return grounds.stream()
                .sorted(Comparator.comparing(PaymentFinding::code).thenComparing(PaymentFinding::reason))
                .toList();
    }

    public String investigation() {
        return investigation;
    }

    public Actor investigatedBy() {
        return investigatedBy;
    }

    /** The material that was sent to the recipient; null if nothing was sent. */
    public String hearing() {
        return hearing;
    }

    /** Why nothing was sent to the recipient; null if something was sent. */
    public String hearingNote() {
        return hearingNote;
    }

    public Instant replyDeadline() {
        return replyDeadline;
    }

    /** The recipient's comments; null until they come. */
    public String reply() {
        return reply;
    }

    public Kind proposal() {
        return proposal;
    }

    /** SEK; null until a decision is proposed. */
    public Sek withheld() {
        return withheld;
    }

    public String reasons() {
        return reasons;
    }

    public String paragraphs() {
        return paragraphs;
    }

    public Actor proposedBy() {
        return proposedBy;
    }

    /** Others who took part in the final handling without deciding (31 § FL); null if nobody did. */
    public String participants() {
        return participants;
    }

    /**
     * A dissenting opinion and who holds it; the party is told of it with the decision (30 and 33 §§ FL). Null if
     * there is none.
     */
    public String dissent() {
        return dissent;
    }

    public String returnReason() {
        return returnReason;
    }

    public Actor decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
