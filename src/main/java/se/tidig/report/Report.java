package se.tidig.report;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.Audit;
import se.tidig.decision.StepKind;
import se.tidig.grant.Milestone;

/**
 * The report that a milestone of a grant requires (14 §). It guards its states: awaited until it comes, late or not;
 * reviewed by a person; closed once.
 */
@Table(schema = "tidig", value = "report")
public class Report {

    /** How far the report has come. */
    public enum State {
        AWAITED("Väntas"),
        SUBMITTED("Mottagen"),
        AWAITING_COMPLETION("Väntar på komplettering"),
        ACCEPTED("Godkänd"),
        NOT_ACCEPTED("Inte godkänd"),
        CLOSED("Avslutad");

        private final String swedish;

        State(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }

        boolean awaits() {
            return this == AWAITED || this == AWAITING_COMPLETION;
        }
    }

    /** The awaited report has come in. */
    public record Submitted(MilestoneKey milestone) {}

    /** The requested completion has come in. */
    public record Completed(MilestoneKey milestone) {}

    @Id
    private MilestoneKey milestone;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private StepKind kind;
    private State status;
    private Instant openedAt;
    private Audit audit;
    private int reminders;
    private Instant submittedAt;
    private Actor submittedBy;
    private String lateReason;
    private String completionText;
    private LocalDate completionDeadline;
    private String completionReply;
    private int completions;
    private String controlNote;
    private Actor controlledBy;
    private Instant controlledAt;
    private Sek unused;
    private String reviewReason;
    private Actor reviewedBy;
    private Instant reviewedAt;
    private Instant closedAt;

    private Report() {}

    static Report await(Milestone milestone, String board, Audit audit, Instant at) {
        if (!milestone.kind().isReport()) {
            throw new ReportRefused("Delmoment " + milestone.key() + " är en utbetalning och redovisas inte.");
        }
        var report = new Report();
        report.milestone = milestone.key();
        report.reference = milestone.key().reference();
        report.board = board;
        report.kind = milestone.kind();
        report.status = State.AWAITED;
        report.openedAt = at;
        report.audit = audit;
        return report;
    }

    /** A report is accepted whenever it comes while it is awaited, also after its last day. */
    void submit(Actor by, Instant at) {
        require(status.awaits(), "Redovisningen väntas inte.");
        status = State.SUBMITTED;
        submittedAt = at;
        submittedBy = by;
    }

    /** A person judges that it came too late, although it came on the weekday after a free last day. */
    void judgeLate(String reason) {
        lateReason = reason;
    }

    /** The paid amount may have changed since the report began to be awaited. */
    void demand(Audit audit) {
        this.audit = audit;
    }

    /** The recipient's completion; a later one is added to an earlier one. */
    void complete(String text) {
        require(awaitsCompletion(), "Ingen komplettering av redovisningen är begärd.");
        status = State.SUBMITTED;
        completionReply = completionReply == null ? text : completionReply + "\n\n" + text;
    }

    /** A completion that a person has judged late is kept, and the wait goes on until the end of its time. */
    void completeLate(String text) {
        require(awaitsCompletion(), "Ingen komplettering av redovisningen är begärd.");
        completionReply = completionReply == null ? text : completionReply + "\n\n" + text;
    }

    boolean awaitsCompletion() {
        return status == State.AWAITING_COMPLETION;
    }

    void reminded(int number) {
        reminders = number;
    }

    /** The last day has been moved: the reminders start again. */
    void awaitAnew() {
        require(status == State.AWAITED, "Redovisningen har kommit in. Granska den i stället.");
        reminders = 0;
    }

    void noteControl(String note, Actor by, Instant at) {
        require(status == State.SUBMITTED, "Redovisningen väntar inte på kontroll.");
        controlNote = note;
        controlledBy = by;
        controlledAt = at;
    }

    void askForCompletion(String text, LocalDate deadline, Actor by, Instant at) {
        require(status == State.SUBMITTED, "Redovisningen väntar inte på granskning.");
        status = State.AWAITING_COMPLETION;
        completionText = text;
        completionDeadline = deadline;
        completions++;
        reviewedBy = by;
        reviewedAt = at;
    }

    /** The completion has not come by its last day: the report is judged as it is. */
    void judgeAsItIs() {
        status = State.SUBMITTED;
    }

    void review(boolean accepted, Sek notUsed, String reason, Actor by, Instant at) {
        require(status == State.SUBMITTED, "Redovisningen väntar inte på granskning.");
        status = accepted ? State.ACCEPTED : State.NOT_ACCEPTED;
        unused = notUsed;
        reviewReason = reason;
        reviewedBy = by;
        reviewedAt = at;
    }

    /** No report has come and the money is claimed back (16 § 4): a report that comes now is too late. */
    void giveUp(String reason, Actor by, Instant at) {
        require(status == State.AWAITED, "Redovisningen har kommit in. Granska den i stället.");
        status = State.NOT_ACCEPTED;
        reviewReason = reason;
        reviewedBy = by;
        reviewedAt = at;
    }

    /** Ends the report; returns true if it was accepted. */
    boolean close(Instant at) {
        require(
                status == State.ACCEPTED || status == State.NOT_ACCEPTED,
                "Redovisningen " + milestone + " är inte granskad. Granska den innan den avslutas.");
        var accepted = status == State.ACCEPTED;
        status = State.CLOSED;
        closedAt = at;
        return accepted;
    }

    public MilestoneKey milestone() {
        return milestone;
    }

    public Reference reference() {
        return reference;
    }

    public String board() {
        return board;
    }

    public StepKind kind() {
        return kind;
    }

    public State status() {
        return status;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** The required auditor; null for a report that has been awaited since before this was stored. */
    public Audit audit() {
        return audit;
    }

    int reminders() {
        return reminders;
    }

    /** When it came in; null before that. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /**
     * Why a person judges that it came too late, although it came on the weekday after a free last day; null if
     * nobody does.
     */
    public String lateReason() {
        return lateReason;
    }

    public Actor submittedBy() {
        return submittedBy;
    }

    public String completionText() {
        return completionText;
    }

    public LocalDate completionDeadline() {
        return completionDeadline;
    }

    /** The completions that have come in besides a new whole report; null if there are none. */
    public String completionReply() {
        return completionReply;
    }

    /** How many times a completion has been asked for. */
    public int completions() {
        return completions;
    }

    public String controlNote() {
        return controlNote;
    }

    /** Unused money according to the review, SEK; null before the review. */
    public Sek unused() {
        return unused;
    }

    public String reviewReason() {
        return reviewReason;
    }

    public Actor reviewedBy() {
        return reviewedBy;
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new ReportRefused(otherwise);
        }
    }
}
