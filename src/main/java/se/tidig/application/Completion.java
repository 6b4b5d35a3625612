package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.timelimit.PeriodEnd;

/** A request to complete an application. An order is a decision, and says who made it, when, and what follows. */
@Table(schema = "tidig", name = "completion")
public class Completion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private int round;
    private CompletionKind kind;
    private List<String> codes;
    private List<String> questions;
    private String text;
    private String consequence;
    private String provision;
    private LocalDate dueOn;
    private Actor requestedBy;
    private Instant requestedAt;
    private Instant answeredAt;
    private Instant expiredAt;
    private String outcomeReason;

    private Completion() {}

    static Completion requested(Application application, int round, Request request, About about, Instant now) {
        var completion = new Completion();
        completion.id = UUID.randomUUID();
        completion.reference = application.reference();
        completion.board = application.board();
        completion.round = round;
        completion.kind = request.kind();
        completion.codes = about.codes();
        completion.questions = request.questions();
        completion.provision = about.provision();
        completion.text = request.text();
        completion.consequence = request.kind() == CompletionKind.ORDER ? request.consequence() : null;
        completion.dueOn = request.dueOn();
        completion.requestedBy = request.actor();
        completion.requestedAt = now;
        return completion;
    }

    void extend(LocalDate day, String reason) {
        if (!day.isAfter(dueOn)) {
            throw new IllegalStateException(
                    "Den nya sista dagen måste vara senare än " + SwedishDate.text(dueOn) + ".");
        }
        dueOn = day;
        outcomeReason = reason;
    }

    void answered(Instant at) {
        answeredAt = at;
    }

    void expired(Instant at, String reason) {
        expiredAt = at;
        outcomeReason = reason;
    }

    public Reference reference() {
        return reference;
    }

    /** 1 for the first request of the case. */
    public int round() {
        return round;
    }

    public CompletionKind kind() {
        return kind;
    }

    /** The codes of the findings that the request is about. */
    public List<String> codes() {
        return codes;
    }

    /** The keys of the application's questions that it asks again; empty if it names none. */
    public List<String> questions() {
        return questions;
    }

    public String text() {
        return text;
    }

    /** What follows if the order is not met; null for an informal request. */
    public String consequence() {
        return consequence;
    }

    /**
     * The provisions that an order rests on besides 20 § FL, such as {@code 15 § andra stycket}; null if there are
     * none.
     */
    public String provision() {
        return provision;
    }

    /** The last day to answer. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The instant at which the last day has ended in Sweden, or the next weekday if that day is free. */
    public Instant deadline() {
        return PeriodEnd.on(dueOn).passed();
    }

    public Actor requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** Why the last day was moved, or why the application is examined as it is; null before either. */
    public String outcomeReason() {
        return outcomeReason;
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    /** Neither answered nor ended without an answer. */
    public boolean isOpen() {
        return answeredAt == null && expiredAt == null;
    }

    /** Whether it is an order that stated the consequence and has expired. */
    boolean hasRunOutAsOrder(Instant now) {
        return kind == CompletionKind.ORDER && consequence != null && !now.isBefore(deadline());
    }

    /**
     * The codes of the findings that it is about, and the provisions that an order for them rests on besides 20 § FL;
     * may be null.
     */
    record About(List<String> codes, String provision) {}

    /**
     * A case officer's request to the applicant.
     *
     * @param consequence what follows if an order is not met; required for an order
     * @param questions the keys of the questions that the reply asks again; empty for all
     * @param actor user id of the person who asks, who also decides an order
     */
    public record Request(
            CompletionKind kind,
            String text,
            List<String> questions,
            String consequence,
            LocalDate dueOn,
            Actor actor) {}
}
