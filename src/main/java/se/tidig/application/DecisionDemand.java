package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.timelimit.PeriodEnd;

/**
 * The applicant's written demand that the case be decided. It may be made once in a case and not too early (12 § FL);
 * any other demand is rejected by a separate decision.
 */
@Table(schema = "tidig", name = "decision_demand")
public class DecisionDemand {

    @Id
    private Long id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private LocalDate receivedOn;
    private LocalDate answerCountedOn;
    private LocalDate answerBy;
    private String text;
    private Standing standing;
    private boolean takenUp;
    private Answer answer;
    private String reasons;
    private String dissent;
    private Actor answeredBy;
    private Instant answeredAt;

    private DecisionDemand() {}

    static DecisionDemand received(
            Application application, LocalDate day, PeriodEnd answer, Standing standing, String text) {
        var demand = new DecisionDemand();
        demand.reference = application.reference();
        demand.board = application.board();
        demand.receivedOn = day;
        demand.answerCountedOn = answer.counted();
        demand.answerBy = answer.last();
        demand.text = text;
        demand.standing = standing;
        return demand;
    }

    /** Refuses the demand by a separate decision, which may be appealed. */
    void refuse(String reasons, String dissent, Actor decider, Instant at) {
        this.dissent = dissent;
        answer(Answer.REFUSE, reasons, decider, at);
    }

    /** The case will be decided by the last day. */
    void accept(String reasons, Actor decider, Instant at) {
        answer(Answer.DECIDE, reasons, decider, at);
    }

    /** Rejects a demand that the applicant had no right to make, by a separate decision, which may be appealed. */
    void reject(String reasons, String dissent, Actor decider, Instant at) {
        this.dissent = dissent;
        answer(Answer.REJECT, reasons, decider, at);
    }

    /** The case's process has taken it up. */
    void takeUp() {
        takenUp = true;
    }

    private void answer(Answer answer, String reasons, Actor decider, Instant at) {
        if (this.answer != null) {
            throw new IllegalStateException(
                    "Begäran om att ärendet ska avgöras i " + reference + " är redan besvarad.");
        }
        this.answer = answer;
        this.reasons = reasons;
        answeredBy = decider;
        answeredAt = at;
    }

    public Long id() {
        return id;
    }

    public Reference reference() {
        return reference;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** The last day to decide the case or refuse the demand, counted from the day it came in. */
    public LocalDate answerCountedOn() {
        return answerCountedOn;
    }

    /** The same day, or the next weekday if it is free (2 § lagen 1930:173). */
    public LocalDate answerBy() {
        return answerBy;
    }

    public String text() {
        return text;
    }

    /** Whether the applicant has the right to make it. */
    public Standing standing() {
        return standing;
    }

    /** Null until it is answered. */
    public Answer answer() {
        return answer;
    }

    /** The reasons of the answer. */
    public String reasons() {
        return reasons;
    }

    /** A dissenting opinion and who holds it, told with a refusal or rejection (30, 33 §§ FL); null if none. */
    public String dissent() {
        return dissent;
    }

    /** User id of the decision maker. */
    public Actor answeredBy() {
        return answeredBy;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** How a demand is answered. */
    public enum Answer {
        DECIDE,
        REFUSE,
        REJECT
    }

    /** Whether the applicant has the right to make a demand. */
    public enum Standing {
        ADMISSIBLE,
        /** The case has been with the board for less time than the law requires. */
        EARLY,
        /** The one demand of the case has been made. */
        REPEATED
    }
}
