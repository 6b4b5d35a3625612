package se.tidig.call;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;

/** Proposals to move the closing of an open call; one person proposes, another approves. */
@Service
@Transactional
public class ClosingChangeService {

    private final JdbcClient jdbc;
    private final Calls calls;
    private final CallService service;
    private final CallJournal journal;
    private final Clock clock;

    ClosingChangeService(JdbcClient jdbc, Calls calls, CallService service, CallJournal journal, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.service = service;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Rejected if the call is not open, the call's terms do not hold with that closing, or another proposal waits */
    public void propose(Reference reference, Actor actor, Instant closesAt, String reason) {
        var call = calls.lock(reference);
        if (call.status() != CallStatus.OPEN) {
            throw new Rejected(
                    "callReference",
                    "Utlysningen %s är inte öppen. Sista ansökningsdag kan bara flyttas medan den är öppen."
                            .formatted(reference));
        }
        call.terms().movedTo(closesAt, clock.instant());
        if (waiting(reference).isPresent()) {
            throw new Rejected(
                    "callReference",
                    "Ett förslag till ändrad ansökningstid väntar redan på godkännande. Avgör det först.");
        }
        jdbc.sql("insert into tidig.closing_change (call, closes_at, reason, proposed_by) values (?, ?, ?, ?)")
                .params(reference.value(), Timestamp.from(closesAt), reason, Actor.text(actor))
                .update();
        journal.note(
                reference,
                actor,
                "Ändrad ansökningstid föreslogs: %s. %s".formatted(SwedishDate.text(closesAt), reason));
    }

    /** The proposal that waits for approval. */
    @Transactional(readOnly = true)
    public Optional<Proposal> waiting(Reference reference) {
        return jdbc.sql("select closes_at, reason, proposed_by from tidig.closing_change where call = ?")
                .param(reference.value())
                .query((row, number) -> new Proposal(
                        row.getTimestamp("closes_at").toInstant(),
                        row.getString("reason"),
                        Actor.of(row.getString("proposed_by"))))
                .optional();
    }

    /** @throws Rejected if the approver proposed it, the call has closed, or the instant has passed meanwhile */
    public void approve(Reference reference, Actor actor) {
        var proposal = waiting(reference).orElseThrow(() -> new Rejected("", "Det finns inget förslag att godkänna."));
        if (actor.equals(proposal.proposedBy())) {
            throw new Rejected(
                    "", "Den som har föreslagit ändringen kan inte godkänna den. Lämna över till en kollega.");
        }
        try {
            service.moveClosing(reference, actor, proposal.closesAt(), proposal.reason());
        } catch (Rejected e) {
            throw new Rejected("", e.getMessage() + " Välj att inte godkänna förslaget.");
        }
        remove(reference);
    }

    public void decline(Reference reference, Actor actor, String reason) {
        remove(reference);
        journal.note(reference, actor, "Ändrad ansökningstid godkändes inte: " + reason);
    }

    private void remove(Reference reference) {
        jdbc.sql("delete from tidig.closing_change where call = ?")
                .param(reference.value())
                .update();
    }

    /** @param proposedBy user id */
    public record Proposal(Instant closesAt, String reason, Actor proposedBy) {}
}
