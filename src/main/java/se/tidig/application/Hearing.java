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
import se.tidig.timelimit.PeriodEnd;

/**
 * Material that was sent to the applicant before a decision that may go against it, and the applicant's reply (25 §
 * FL).
 */
@Table(schema = "tidig", name = "hearing")
public class Hearing {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private String text;
    private List<String> codes;
    private LocalDate dueOn;
    private Actor requestedBy;
    private Instant requestedAt;
    private String reply;
    private Instant repliedAt;

    private Hearing() {}

    static Hearing of(
            Application application, String text, List<String> codes, LocalDate dueOn, Actor actor, Instant now) {
        var hearing = new Hearing();
        hearing.id = UUID.randomUUID();
        hearing.reference = application.reference();
        hearing.board = application.board();
        hearing.text = text;
        hearing.codes = codes;
        hearing.dueOn = dueOn;
        hearing.requestedBy = actor;
        hearing.requestedAt = now;
        return hearing;
    }

    void extend(LocalDate day) {
        dueOn = day;
    }

    /** A later reply is added to an earlier one. */
    void replied(String text, Instant at) {
        reply = reply == null ? text : reply + "\n\n" + text;
        repliedAt = at;
    }

    public Reference reference() {
        return reference;
    }

    /** The material and what it may lead to, in the words sent to the applicant. */
    public String text() {
        return text;
    }

    /** The codes of the findings that stood when it was sent. */
    List<String> codes() {
        return codes;
    }

    /** The last day to reply. */
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

    /** Null until there is one. */
    public String reply() {
        return reply;
    }

    public boolean isReplied() {
        return repliedAt != null;
    }
}
