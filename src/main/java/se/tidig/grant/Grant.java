package se.tidig.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.Audit;
import se.tidig.decision.GrantDecision;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;
import se.tidig.grant.Milestone.Status;
import se.tidig.organisation.Giro;

/**
 * A granted state grant and its plan. It guards its states: nothing is paid before the recipient has confirmed, one
 * milestone is open at a time, and the grant closes when the last milestone is finished.
 */
@Table(schema = "tidig", value = "grant_case")
public class Grant {

    /** How far a grant has come. After a decline it can only be closed. */
    public enum State {
        AWAITING_CONFIRMATION("Väntar på bekräftelse"),
        CONFIRMED("Bekräftat"),
        ACTIVE("Pågår"),
        DECLINED("Bidragsmottagaren har tackat nej"),
        CLOSED("Avslutat"),
        /** An administrator ended its process before all milestones were finished. */
        ENDED("Avslutat i förtid");

        private final String swedish;

        State(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** The recipient has confirmed the conditions and the account, or declined the grant. */
    public record Answered(Reference reference) {}

    /** Nothing is left to pay or report. */
    public record Closed(Reference reference, Reference call) {}

    @Id
    private Reference reference;

    @Version
    private Integer version;

    private String board;
    private Reference call;
    private String organisationNumber;
    private String recipient;
    private boolean municipal;
    private Sek amount;
    private Audit audit;
    private LocalDate decidedOn;
    private LocalDate periodStart;
    private LocalDate periodEnd;
    private String payingBoard;
    private State status;
    private Instant openedAt;
    private int reminders;
    private LocalDate contactAgain;

    @Embedded.Nullable
    private Payee payee;

    private Instant confirmedAt;
    private Actor confirmedBy;
    private Instant declinedAt;
    private String declineReason;
    private String obstacle;
    private Instant accountAskedAt;
    private Instant closedAt;

    @MappedCollection(idColumn = "reference")
    private Set<Milestone> milestones;

    private Grant() {}

    static Grant open(GrantDecision granted, boolean municipal, Terms terms, Instant at) {
        var grant = new Grant();
        grant.reference = granted.reference();
        grant.board = granted.board();
        grant.call = granted.call();
        grant.organisationNumber = granted.organisationNumber();
        grant.recipient = granted.recipient();
        grant.municipal = municipal;
        grant.amount = granted.amount();
        grant.audit = terms.audit();
        grant.decidedOn = granted.decidedOn();
        grant.periodStart = granted.periodStart();
        grant.periodEnd = granted.periodEnd();
        grant.payingBoard = granted.payingBoard();
        grant.status = State.AWAITING_CONFIRMATION;
        grant.openedAt = at;
        grant.milestones = planned(granted.reference(), terms.steps());
        return grant;
    }

    private static Set<Milestone> planned(Reference reference, List<PlannedStep> steps) {
        var plan = new LinkedHashSet<Milestone>();
        steps.forEach(step -> plan.add(Milestone.planned(reference, plan.size() + 1, step)));
        return plan;
    }

    /** The recipient confirms the conditions and names the account; next the payee is verified. */
    void confirm(Giro account, String holder, Actor by, Instant at) {
        require(
                status == State.AWAITING_CONFIRMATION,
                "Bidraget väntar inte på någon bekräftelse. Vill ni ändra något, skicka en ändringsbegäran.");
        status = State.CONFIRMED;
        confirmedAt = at;
        confirmedBy = by;
        nameAccount(account, holder);
    }

    void decline(String reason, Instant at) {
        require(
                status == State.AWAITING_CONFIRMATION,
                "Bidraget väntar inte på någon bekräftelse. Vill ni lämna ifrån er bidraget, skicka en"
                        + " ändringsbegäran.");
        status = State.DECLINED;
        declinedAt = at;
        declineReason = reason;
    }

    /** A new account is a new payee, which is verified before the next payment. */
    void nameAccount(Giro account, String holder) {
        payee = Payee.named(account, holder);
        accountAskedAt = null;
    }

    /** The recipient has named another account, which a decision-maker looks at. */
    void answerAccount() {
        accountAskedAt = null;
    }

    void verifyPayee(String how, Actor by, Instant at) {
        require(
                payee != null && status != State.AWAITING_CONFIRMATION,
                "Bidragsmottagaren har ombetts ange konto på nytt. Invänta svaret innan kontot kontrolleras.");
        payee = payee.verified(how, by, at);
    }

    /** The account could not be verified. If nothing has been paid to it, the recipient is asked again. */
    void askForAccountAgain(Instant at) {
        payee = payee == null ? null : payee.doubted();
        accountAskedAt = at;
        if (status == State.CONFIRMED) {
            status = State.AWAITING_CONFIRMATION;
            openedAt = at;
            reminders = 0;
            contactAgain = null;
        }
    }

    /** The reminder with this number has been sent. Earlier reminders that were due at the same time are skipped. */
    void reminded(int number) {
        reminders = number;
    }

    /** When an officer next contacts a recipient that has not answered; null if no contact is planned. */
    void contactAgainOn(LocalDate day) {
        contactAgain = day;
    }

    /** Opens the next milestone of the plan; empty if all are finished. */
    Optional<Milestone> openNext() {
        require(
                status == State.CONFIRMED || status == State.ACTIVE,
                "Bidraget " + reference + " är inte bekräftat. Inget kan betalas ut eller redovisas.");
        openMilestone().ifPresent(open -> {
            throw new GrantRefused("Delmoment " + open.key() + " är inte avslutat. Avsluta det innan nästa påbörjas.");
        });
        status = State.ACTIVE;
        var next = plan().next();
        next.ifPresent(milestone -> replace(milestone, milestone.open()));
        return next.map(Milestone::open);
    }

    /** Ends an open payment with the paid amount: the whole, a part, or zero if the board decided so (15 b §). */
    void paid(MilestoneKey key, Sek sum, Instant at) {
        var milestone = plan().open(key, kind -> !kind.isReport());
        require(
                !sum.isNegative() && sum.compareTo(milestone.amount()) <= 0,
                "Beloppet " + sum + " ryms inte i delmomentets " + milestone.amount() + ".");
        replace(milestone, milestone.finish(sum.isPositive() ? Status.PAID : Status.WITHHELD, sum, at));
    }

    void reported(MilestoneKey key, boolean accepted, Instant at) {
        var milestone = plan().open(key, StepKind::isReport);
        replace(milestone, milestone.finish(accepted ? Status.ACCEPTED : Status.NOT_ACCEPTED, Sek.ZERO, at));
    }

    /** Moves the last day of an unfinished report. */
    void moveReport(StepKind kind, LocalDate day) {
        var milestone = plan().remaining(kind);
        replace(milestone, milestone.due(day));
    }

    void noteObstacle(String reason) {
        obstacle = reason;
    }

    void close(Instant at) {
        if (status != State.DECLINED) {
            require(
                    status == State.ACTIVE && plan().isFinished(),
                    "Bidraget " + reference + " har delmoment kvar. Avsluta dem innan bidraget avslutas.");
        }
        status = State.CLOSED;
        closedAt = at;
    }

    /** Ends the grant with unfinished milestones, whatever it waited for. */
    void end(Instant at) {
        status = State.ENDED;
        closedAt = at;
    }

    public Reference reference() {
        return reference;
    }

    public String board() {
        return board;
    }

    public Reference call() {
        return call;
    }

    public String organisationNumber() {
        return organisationNumber;
    }

    public String recipient() {
        return recipient;
    }

    public boolean municipal() {
        return municipal;
    }

    /** The granted amount, SEK; the payments of the milestones add up to it exactly. */
    public Sek amount() {
        return amount;
    }

    public Audit audit() {
        return audit;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    public LocalDate periodStart() {
        return periodStart;
    }

    public LocalDate periodEnd() {
        return periodEnd;
    }

    /** County letter of the board that pays. */
    public String payingBoard() {
        return payingBoard;
    }

    public State status() {
        return status;
    }

    /** The time from which the recipient's answer is awaited. */
    Instant openedAt() {
        return openedAt;
    }

    int reminders() {
        return reminders;
    }

    LocalDate contactAgain() {
        return contactAgain;
    }

    /** The account that the recipient has confirmed; empty before that. */
    public Optional<Giro> giro() {
        return Optional.ofNullable(payee).map(Payee::account).map(Giro::parse);
    }

    /** Whether the recipient has been asked for another account after the grant began and has not answered. */
    public boolean isAccountAsked() {
        return status == State.ACTIVE && accountAskedAt != null;
    }

    public String giroHolder() {
        return payee == null ? null : payee.holder();
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public Actor confirmedBy() {
        return confirmedBy;
    }

    /** Whether a person has verified that the present account belongs to the recipient. */
    public boolean payeeVerified() {
        return payee != null && payee.verifiedAt() != null;
    }

    public Actor payeeVerifiedBy() {
        return payee == null ? null : payee.verifiedBy();
    }

    public String payeeVerification() {
        return payee == null ? null : payee.verification();
    }

    public String declineReason() {
        return declineReason;
    }

    /**
     * Why a payment may have to be stopped (15 b §), as an officer noted on a change notice; empty if there is no
     * reason.
     */
    public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    public List<Milestone> milestones() {
        return plan().inOrder();
    }

    public Optional<Milestone> openMilestone() {
        return plan().open();
    }

    /** @throws GrantRefused if the plan has no such milestone */
    public Milestone milestone(MilestoneKey key) {
        return plan().get(key);
    }

    /** Whether every report that precedes the milestone in the plan has been accepted. */
    public boolean reportsAcceptedBefore(Milestone milestone) {
        return plan().reportsAcceptedBefore(milestone);
    }

    /** The sum paid to the recipient so far, SEK. */
    public Sek paid() {
        return plan().paid();
    }

    private Plan plan() {
        return new Plan(reference, milestones);
    }

    private void replace(Milestone before, Milestone after) {
        milestones = plan().with(before, after);
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new GrantRefused(otherwise);
        }
    }
}
