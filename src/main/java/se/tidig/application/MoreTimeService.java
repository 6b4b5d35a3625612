package se.tidig.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * A party's request for more time, made before the last day for its completion or comments has passed. An officer
 * moves the day, never to an earlier one, or refuses; the party is told either way (6, 23 and 25 §§ FL).
 */
@Service
@Transactional
public class MoreTimeService {

    private final Applications applications;
    private final Completions completions;
    private final Hearings hearings;
    private final ObjectProvider<LaterHearing> laterHearings;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    MoreTimeService(
            Applications applications,
            Completions completions,
            Hearings hearings,
            ObjectProvider<LaterHearing> laterHearings,
            CaseJournal journal,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.completions = completions;
        this.hearings = hearings;
        this.laterHearings = laterHearings;
        this.journal = journal;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a last day is for. */
    public enum Awaited {
        COMPLETION("komplettering"),
        HEARING("yttrande"),
        /** Comments after the decision on the application, for example on an obstacle to payment. */
        LATER_HEARING("yttrande");

        private final String swedishName;

        Awaited(String swedishName) {
            this.swedishName = swedishName;
        }

        public String swedishName() {
            return swedishName;
        }
    }

    /**
     * A last day without an answer so far.
     *
     * @param dueOn as the party was told
     * @param businessKey of the process that waits
     */
    public record Running(Awaited awaited, LocalDate dueOn, String businessKey) {}

    /** How a request was answered; {@code dueOn} is the last day afterwards. */
    public record Answer(Awaited awaited, boolean granted, LocalDate dueOn, String reason) {}

    /** Records the request. Never refused: if no process waits for the party, the officer of the case reads it. */
    public void request(Reference reference, String text, Instant receivedAt, Actor enteredBy) {
        applications.lock(reference);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.MORE_TIME, text));
        events.publishEvent(new Application.MoreTimeRequested(
                reference, running(reference).map(Running::businessKey).orElse(reference.value())));
    }

    /** The current last day of the party; empty if it has answered or nothing is asked of it. */
    public Optional<Running> running(Reference reference) {
        var later = laterHearings.stream()
                .flatMap(hearing -> hearing.open(reference).stream())
                .filter(LaterHearing.Open::isAwaited)
                .findFirst()
                .map(open -> new Running(
                        Awaited.LATER_HEARING, SwedishDate.on(open.deadline().minusSeconds(1)), open.businessKey()));
        if (later.isPresent() || applications.get(reference).status().isFinal()) {
            return later;
        }
        return completions
                .latest(reference)
                .filter(Completion::isOpen)
                .map(asked -> new Running(Awaited.COMPLETION, asked.dueOn(), reference.value()))
                .or(() -> hearings.latest(reference)
                        .filter(heard -> !heard.isReplied())
                        .map(heard -> new Running(Awaited.HEARING, heard.dueOn(), reference.value())));
    }

    /**
     * Moves the last day.
     *
     * @throws Rejected if the day is no later than the one the party has, or the party has answered meanwhile
     */
    public void grant(Reference reference, LocalDate day, String reason, Actor actor) {
        var running = locked(reference);
        if (!day.isAfter(running.dueOn())) {
            throw new Rejected(
                    "newReplyBy",
                    "Ange en dag efter den sista dag som gäller nu, " + SwedishDate.text(running.dueOn()) + ".");
        }
        if (!day.isAfter(SwedishDate.on(clock.instant()))) {
            throw new Rejected("newReplyBy", "Ange en dag senare än i dag, så att parten hinner svara.");
        }
        move(reference, running.awaited(), day, reason);
        answer(reference, running, true, day, reason, actor);
        journal.note(
                reference,
                EventKind.MORE_TIME_ANSWER,
                actor,
                "Ny sista dag för %s: %s. %s"
                        .formatted(running.awaited().swedishName(), SwedishDate.text(day), reason));
    }

    /** Leaves the last day as it is. */
    public void refuse(Reference reference, String reason, Actor actor) {
        var running = locked(reference);
        answer(reference, running, false, running.dueOn(), reason, actor);
        journal.note(
                reference,
                EventKind.MORE_TIME_ANSWER,
                actor,
                "Begäran om mer tid avslås. Sista dag för %s är fortfarande %s. %s"
                        .formatted(running.awaited().swedishName(), SwedishDate.text(running.dueOn()), reason));
    }

    /** The latest answer to a request of the case. */
    @Transactional(readOnly = true)
    public Optional<Answer> latest(Reference reference) {
        return jdbc.sql("select awaited, granted, due_after, reason from tidig.more_time where reference = ?"
                        + " order by id desc limit 1")
                .param(reference.value())
                .query((row, number) -> new Answer(
                        Awaited.valueOf(row.getString("awaited")),
                        row.getBoolean("granted"),
                        row.getObject("due_after", LocalDate.class),
                        row.getString("reason")))
                .optional();
    }

    private Running locked(Reference reference) {
        applications.lock(reference);
        return running(reference)
                .orElseThrow(() -> new Rejected(
                        "moreTimeStep",
                        "Parten har svarat eller ärendet har gått vidare, så det finns ingen sista dag att flytta."
                                + " Öppna ärendet på nytt."));
    }

    private void move(Reference reference, Awaited awaited, LocalDate day, String reason) {
        switch (awaited) {
            case COMPLETION -> {
                var completion = completions.latest(reference).orElseThrow();
                completion.extend(day, reason);
                completions.save(completion);
            }
            case HEARING -> {
                var hearing = hearings.latest(reference).orElseThrow();
                hearing.extend(day);
                hearings.save(hearing);
            }
            case LATER_HEARING ->
                laterHearings.stream()
                        .filter(later -> later.open(reference).isPresent())
                        .findFirst()
                        .orElseThrow()
                        .extend(reference, day);
        }
    }

    private void answer(
            Reference reference, Running running, boolean granted, LocalDate day, String reason, Actor actor) {
        jdbc.sql(
                        """
                        insert into tidig.more_time (reference, board, awaited, granted, due_before, due_after, reason,
                            answered_by, answered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        reference.value(),
                        reference.board(),
                        running.awaited().name(),
                        granted,
                        running.dueOn(),
                        day,
                        reason,
                        Actor.text(actor),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
