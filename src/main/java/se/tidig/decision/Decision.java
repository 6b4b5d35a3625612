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

/**
 * The decision that ends a case: its content, its reasons, and who took part (31 and 32 §§ förvaltningslagen; 13 § of
 * ordinance 2016:1364). There is one per application; a later change is a separate decision.
 */
@Table(schema = "tidig", name = "decision")
public class Decision {

    @Id
    private Reference reference;

    @Version
    private Integer version;

    private String board;
    private Reference call;
    private DecisionKind kind;
    private Sek amount;
    private Sek requested;
    private String reasons;
    private List<String> paragraphs;
    private List<String> conditions;
    private LocalDate decidedOn;
    private Instant decidedAt;
    private Actor decider;
    private Actor proposer;
    private List<String> participants;
    private String dissent;
    private LocalDate interimReportDue;
    private LocalDate finalReportDue;
    private String payingBoard;
    private List<String> payments;
    private String audit;
    private Audit auditor;

    @MappedCollection(idColumn = "decision", keyColumn = "position")
    private List<Ground> grounds = new ArrayList<>();

    @MappedCollection(idColumn = "decision", keyColumn = "position")
    private List<PlannedStep> steps = new ArrayList<>();

    private Decision() {}

    /** Makes the decision of an application, by a person, at a moment; its content follows. */
    static Decision of(Case of, DecisionKind kind, Sek amount, Record record) {
        var decision = new Decision();
        decision.reference = of.reference();
        decision.board = of.board();
        decision.call = of.call();
        decision.requested = of.requested();
        decision.kind = kind;
        decision.amount = amount;
        decision.decidedOn = record.day();
        decision.decidedAt = record.at();
        decision.decider = record.decider();
        decision.proposer = record.proposer();
        decision.participants = record.participants();
        decision.dissent = record.dissent();
        decision.paragraphs = List.of();
        decision.conditions = List.of();
        decision.payments = List.of();
        return decision;
    }

    Decision because(String reasons, List<String> paragraphs, List<Ground> grounds) {
        this.reasons = reasons;
        this.paragraphs = paragraphs;
        this.grounds = new ArrayList<>(grounds);
        return this;
    }

    /** The terms on which money is granted (13 and 14 §§). */
    Decision on(List<String> conditions, LocalDate interimReportDue, LocalDate finalReportDue, String payingBoard) {
        this.conditions = conditions;
        this.interimReportDue = interimReportDue;
        this.finalReportDue = finalReportDue;
        this.payingBoard = payingBoard;
        return this;
    }

    /** The plan and the auditor that the decision states and that the grant follows. */
    Decision state(Terms terms) {
        steps = new ArrayList<>(terms.steps());
        auditor = terms.audit();
        return this;
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

    public DecisionKind kind() {
        return kind;
    }

    /** Zero if nothing is granted. */
    public Sek amount() {
        return amount;
    }

    public Sek requested() {
        return requested;
    }

    public String reasons() {
        return reasons;
    }

    public List<String> paragraphs() {
        return List.copyOf(paragraphs);
    }

    /** The upheld findings of the check; empty if none was upheld. */
    public List<Ground> grounds() {
        return List.copyOf(grounds);
    }

    public List<String> conditions() {
        return List.copyOf(conditions);
    }

    /** The day in Sweden. */
    public LocalDate decidedOn() {
        return decidedOn;
    }

    /** User id. */
    public Actor decider() {
        return decider;
    }

    /** User id (föredragande); null if the decision maker needed no proposal. */
    public Actor proposer() {
        return proposer;
    }

    /** Others who took part in the final handling without deciding; names as they were given. */
    public List<String> participants() {
        return List.copyOf(participants);
    }

    /** A dissenting opinion and who holds it (30 § förvaltningslagen); null if there is none. */
    public String dissent() {
        return dissent;
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

    /** Empty if nothing is granted, and for a decision that is older than stored terms. */
    public Optional<Terms> terms() {
        return Optional.ofNullable(auditor).map(required -> new Terms(List.copyOf(steps), required, decidedOn, null));
    }

    /** The order of payment in sentences, for a decision that is older than {@link #terms}; empty otherwise. */
    public List<String> earlierPayments() {
        return List.copyOf(payments);
    }

    /** The required auditor in a sentence, for a decision that is older than {@link #terms}; null otherwise. */
    public String earlierAudit() {
        return audit;
    }

    /**
     * A ground of the decision.
     *
     * @param paragraph provision of ordinance 2016:1364
     * @param reason as the applicant reads it
     */
    @Table(schema = "tidig", name = "decision_ground")
    public record Ground(String paragraph, String reason) {}

    /** The case that is decided. */
    record Case(Reference reference, String board, Reference call, Sek requested) {}

    /**
     * What the record of every written decision must hold (31 § förvaltningslagen).
     *
     * @param participants who took part without deciding
     * @param dissent null if there is none
     */
    record Record(
            LocalDate day, Instant at, Actor decider, Actor proposer, List<String> participants, String dissent) {}

    /** A case was decided; published under the lock of the call. */
    public record Made(Reference reference, Reference call, DecisionKind kind) {}
}
