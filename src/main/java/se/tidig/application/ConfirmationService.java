package se.tidig.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Asks senders to confirm documents, and records their confirmations (21 § FL). */
@Service
@Transactional
public class ConfirmationService {

    private final JdbcClient jdbc;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmationService(JdbcClient jdbc, CaseJournal journal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks the sender to confirm a document. Every later request of the case repeats what is not confirmed.
     *
     * @param document which one; null if it is the application
     * @param by the last day to confirm
     * @return the number of the request
     * @throws Rejected if the same document is already asked for and not confirmed
     */
    public long ask(Reference reference, String document, String reason, LocalDate by, Actor actor) {
        var asked = new Confirmation(null, document, reason, by, actor, clock.instant());
        if (open(reference).stream().anyMatch(open -> open.subject().equals(asked.subject()))) {
            throw new Rejected(
                    document == null ? "confirmationOf" : "confirmationDocument",
                    "Bekräftelse är redan begärd: " + asked.subject()
                            + ". Den står kvar i begäran tills den har kommit in.");
        }
        journal.note(
                reference,
                EventKind.COMPLETION_REQUEST,
                actor,
                LegalTexts.of("confirmation.asked", asked.subject(), reason));
        return jdbc.sql(
                        """
                        insert into tidig.confirmation
                            (reference, board, document, reason, confirm_by, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        reference.value(),
                        reference.board(),
                        document,
                        reason,
                        by,
                        Actor.text(actor),
                        asked.askedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * The sender confirms everything that is asked for and not yet confirmed.
     *
     * @param confirmedBy who confirms, by name and position
     * @param enteredBy user id of the registrar, or of the applicant's person; may be null
     */
    public void confirm(Reference reference, String confirmedBy, Instant receivedAt, Actor enteredBy) {
        var open = open(reference);
        if (open.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update tidig.confirmation set confirmed_by = ?, confirmed_at = ?
                        where reference = ? and confirmed_at is null and dropped_at is null
                        """)
                .params(confirmedBy, receivedAt.atOffset(ZoneOffset.UTC), reference.value())
                .update();
        note(reference, open, confirmedBy, receivedAt, enteredBy);
        open.forEach(confirmed -> events.publishEvent(new Confirmation.Given(reference, confirmed.number())));
    }

    /**
     * The party's person confirms by a document of its own, which the officer of the case reads.
     *
     * @throws Rejected if nothing is asked for any more
     */
    public void confirmAll(Reference reference, String confirmedBy, Instant receivedAt, Actor person) {
        var open = open(reference);
        if (open.isEmpty()) {
            throw new Rejected("senderConfirmedBy", "Allt som har begärts är redan bekräftat.");
        }
        confirm(reference, confirmedBy, receivedAt, person);
        journal.note(
                new CaseEvent(reference, receivedAt, person, EventKind.SUPPLEMENT, confirmedText(open, confirmedBy)));
        events.publishEvent(new Application.Supplemented(reference));
    }

    /**
     * The sender confirms one document; nothing happens if it is already confirmed.
     *
     * @param asked its number
     * @param confirmedBy who confirms, by name and position
     * @param enteredBy user id
     */
    public void confirm(Reference reference, long asked, String confirmedBy, Instant receivedAt, Actor enteredBy) {
        var confirmed = jdbc.sql(
                        """
                        update tidig.confirmation set confirmed_by = ?, confirmed_at = ?
                        where id = ? and confirmed_at is null and dropped_at is null returning *
                        """)
                .params(confirmedBy, receivedAt.atOffset(ZoneOffset.UTC), asked)
                .query(ConfirmationService::read)
                .list();
        if (!confirmed.isEmpty()) {
            note(reference, confirmed, confirmedBy, receivedAt, enteredBy);
        }
    }

    /**
     * The sender does not confirm. A document is no longer asked for. The application still is, because an order may
     * follow, and then a rejection.
     *
     * @param asked its number
     * @param note its consequence for the case
     * @param actor user id
     */
    public void drop(Reference reference, long asked, String note, Actor actor) {
        jdbc.sql(
                        """
                        update tidig.confirmation set dropped_at = ?
                        where id = ? and document is not null and confirmed_at is null
                        """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), asked)
                .update();
        journal.note(reference, EventKind.NOTE, actor, LegalTexts.of("confirmation.dropped", note));
    }

    private void note(
            Reference reference,
            List<Confirmation> confirmed,
            String confirmedBy,
            Instant receivedAt,
            Actor enteredBy) {
        journal.note(
                new CaseEvent(reference, receivedAt, enteredBy, EventKind.NOTE, confirmedText(confirmed, confirmedBy)));
    }

    private static String confirmedText(List<Confirmation> confirmed, String confirmedBy) {
        var subjects = confirmed.stream().map(Confirmation::subject).collect(Collectors.joining(", "));
        return LegalTexts.of("confirmation.confirmed", subjects, confirmedBy);
    }

    /** The documents that are not yet confirmed, oldest request first. */
    @Transactional(readOnly = true)
    public List<Confirmation> open(Reference reference) {
        return jdbc.sql("select * from tidig.confirmation where reference = ? and confirmed_at is null"
                        + " and dropped_at is null order by id")
                .param(reference.value())
                .query(ConfirmationService::read)
                .list();
    }

    /** Whether the sender has confirmed the application. */
    @Transactional(readOnly = true)
    public boolean isApplicationConfirmed(Reference reference) {
        return jdbc.sql(
                                """
                                select count(*) from tidig.confirmation
                                where reference = ? and document is null and confirmed_at is not null
                                """)
                        .param(reference.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Confirmation read(ResultSet row, int number) throws SQLException {
        return new Confirmation(
                row.getLong("id"),
                row.getString("document"),
                row.getString("reason"),
                row.getObject("confirm_by", LocalDate.class),
                Actor.of(row.getString("asked_by")),
                row.getTimestamp("asked_at").toInstant());
    }
}
