package se.tidig.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.form.Rejected;

/** A case officer's proposal for a decision, until somebody else has decided it or returned it. */
@Table(schema = "tidig", name = "proposal")
public class Proposal {

    @Id
    private Long id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private DecisionKind kind;
    private Sek amount;
    private String reasons;
    private List<String> paragraphs;
    private List<String> conditions;
    private String findingsReason;
    private Actor proposer;
    private Instant proposedAt;
    private State state;
    private Actor returnedBy;
    private String returnReason;
    private Instant returnedAt;
    private LocalDate interimReportDue;
    private LocalDate finalReportDue;
    private String payingBoard;
    private Audit audit;
    private LocalDate countedOn;
    private Integer priceBaseYear;

    @MappedCollection(idColumn = "proposal", keyColumn = "position")
    private List<PlannedStep> steps = new ArrayList<>();

    /** How far the proposal has come. */
    public enum State {
        OPEN,
        RETURNED,
        /** Suspended while the applicant is heard (25 § förvaltningslagen). */
        HELD,
        DECIDED,
        /** The case ended in another way, by a withdrawal. */
        MOOT
    }

    private Proposal() {}

    static Proposal of(Reference reference, String board, Draft draft, Actor proposer, Instant at) {
        var proposal = new Proposal();
        proposal.reference = reference;
        proposal.board = board;
        proposal.kind = draft.kind();
        proposal.amount = draft.amount();
        proposal.reasons = draft.reasons();
        proposal.paragraphs = draft.paragraphs();
        proposal.conditions = draft.conditions();
        proposal.findingsReason = draft.findingsReason();
        proposal.proposer = proposer;
        proposal.proposedAt = at;
        proposal.state = State.OPEN;
        return proposal;
    }

    /** The proposed terms of the money, its reports and the paying board (13 and 14 §§). */
    Proposal on(Terms terms, LocalDate interimReportDue, LocalDate finalReportDue, String payingBoard) {
        this.steps = new ArrayList<>(terms.steps());
        this.audit = terms.audit();
        this.countedOn = terms.countedOn();
        this.priceBaseYear = terms.priceBaseYear();
        this.interimReportDue = interimReportDue;
        this.finalReportDue = finalReportDue;
        this.payingBoard = payingBoard;
        return this;
    }

    /** Somebody else decides as proposed. */
    void decide(Actor decider) {
        requireAnotherThanProposer(decider);
        state = State.DECIDED;
    }

    void giveBack(Actor by, String reason, Instant at) {
        requireAnotherThanProposer(by);
        state = State.RETURNED;
        returnedBy = by;
        returnReason = reason;
        returnedAt = at;
    }

    void hold() {
        state = State.HELD;
    }

    void moot() {
        state = State.MOOT;
    }

    private void requireAnotherThanProposer(Actor person) {
        if (state != State.OPEN) {
            throw new Rejected("", "Förslaget i ärendet " + reference + " är redan avgjort eller återlämnat.");
        }
        if (proposer.equals(person)) {
            throw new Rejected(
                    "",
                    "Du har själv föreslagit beslutet. En annan person ska besluta. Lämna uppgiften till en kollega.");
        }
    }

    public Reference reference() {
        return reference;
    }

    public DecisionKind kind() {
        return kind;
    }

    /** Zero if nothing is granted. */
    public Sek amount() {
        return amount;
    }

    public String reasons() {
        return reasons;
    }

    /** The provisions that the decision applies (32 § förvaltningslagen). */
    public List<String> paragraphs() {
        return List.copyOf(paragraphs);
    }

    public List<String> conditions() {
        return List.copyOf(conditions);
    }

    /**
     * Why money is granted although the check of the conditions left something for a person to judge; null otherwise.
     */
    public String findingsReason() {
        return findingsReason;
    }

    /** Empty if nothing is granted, and for a proposal that is older than stored terms. */
    public Optional<Terms> terms() {
        return Optional.ofNullable(audit)
                .map(auditor -> new Terms(List.copyOf(steps), auditor, countedOn, priceBaseYear));
    }

    /** Null if nothing is granted or no interim report is required. */
    public LocalDate interimReportDue() {
        return interimReportDue;
    }

    /** Null if nothing is granted. */
    public LocalDate finalReportDue() {
        return finalReportDue;
    }

    /** County letter; null if nothing is granted. */
    public String payingBoard() {
        return payingBoard;
    }

    /** User id. */
    public Actor proposer() {
        return proposer;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public State state() {
        return state;
    }

    /** User id; null unless returned. */
    public Actor returnedBy() {
        return returnedBy;
    }

    /** Null unless returned. */
    public String returnReason() {
        return returnReason;
    }

    /**
     * The proposed decision.
     *
     * @param amount zero if nothing is granted
     * @param paragraphs the provisions that the decision applies
     * @param conditions empty if nothing is granted
     * @param findingsReason null if the check left nothing open
     */
    public record Draft(
            DecisionKind kind,
            Sek amount,
            String reasons,
            List<String> paragraphs,
            List<String> conditions,
            String findingsReason) {}
}
