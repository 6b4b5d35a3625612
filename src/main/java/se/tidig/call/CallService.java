package se.tidig.call;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/** The acts of people and the process on calls. */
@Service
@Transactional
public class CallService {

    private final Calls calls;
    private final CallJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CallService(Calls calls, CallJournal journal, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.calls = calls;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Sets a call up for approval.
     *
     * @return the new reference
     * @throws Rejected if the terms contradict themselves
     */
    public Reference draft(Board board, Actor author, CallTerms terms) {
        terms.check(clock.instant());
        var reference = nextReference(board);
        calls.save(Call.draft(reference, board.name(), author, terms));
        journal.note(reference, author, "Utlysningen lades upp.");
        return reference;
    }

    /** @throws Rejected if the terms contradict themselves */
    public void revise(Reference reference, Actor actor, CallTerms terms) {
        terms.check(clock.instant());
        change(reference, call -> call.revise(terms));
        journal.note(reference, actor, "Utlysningen ändrades efter återlämning.");
    }

    /** @throws Rejected if a day in the terms has passed, or the approver is the author */
    public void approve(Reference reference, Actor actor) {
        var call = calls.lock(reference);
        if (actor.equals(call.author())) {
            throw new Rejected(
                    "", "Den som har lagt upp utlysningen kan inte godkänna den. Lämna över till en kollega.");
        }
        call.terms().check(clock.instant());
        call.approve(actor);
        calls.save(call);
        journal.note(reference, actor, "Utlysningen godkändes.");
    }

    public void giveBack(Reference reference, Actor actor, String reason) {
        journal.note(reference, actor, "Utlysningen återlämnades: " + reason);
    }

    public void publish(Reference reference) {
        change(reference, call -> call.open(clock.instant()));
        journal.note(reference, null, "Utlysningen öppnade.");
        events.publishEvent(new Call.Opened(reference));
    }

    /**
     * Moves the closing of an open call, forward or back, never into the past.
     *
     * @throws Rejected if the call is not open, or the instant has passed
     */
    public void moveClosing(Reference reference, Actor actor, Instant closesAt, String reason) {
        var call = calls.lock(reference);
        var before = call.closesAt();
        try {
            call.moveClosing(closesAt, clock.instant());
        } catch (IllegalStateException e) {
            throw new Rejected("closesOn", e.getMessage());
        }
        calls.save(call);
        journal.note(
                reference,
                actor,
                "Ansökningstidens slut flyttades från %s till %s: %s"
                        .formatted(SwedishDate.text(before), SwedishDate.text(closesAt), reason));
        events.publishEvent(new Call.ClosingMoved(reference, closesAt));
    }

    public void close(Reference reference) {
        change(reference, call -> call.close(clock.instant()));
        journal.note(reference, null, "Utlysningen stängde.");
    }

    /** The prioritisation is settled. */
    public void allocate(Reference reference, Actor actor) {
        change(reference, Call::allocate);
        journal.note(reference, actor, "Prioriteringen fastställdes.");
    }

    public void publishOutcome(Reference reference) {
        change(reference, call -> call.publishOutcome(clock.instant()));
        journal.note(reference, null, "Resultatet publicerades.");
    }

    public void archive(Reference reference) {
        change(reference, Call::archive);
        journal.note(reference, null, "Utlysningen avslutades.");
    }

    private void change(Reference reference, Consumer<Call> change) {
        var call = calls.lock(reference);
        change.accept(call);
        calls.save(call);
    }

    private Reference nextReference(Board board) {
        var year = SwedishDate.on(clock.instant()).getYear();
        var number = jdbc.sql(
                        """
                        insert into tidig.call_number (board, year, last) values (?, ?, 1)
                        on conflict (board, year) do update set last = call_number.last + 1 returning last
                        """)
                .params(board.name(), year)
                .query(Integer.class)
                .single();
        return Reference.of(board.name() + "-" + year + "-" + number);
    }
}
