package se.tidig.casefile.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Applications;
import se.tidig.call.CallJournal;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * Cases that a process owner has opened. Process owners work with models and do not see cases. If they need to read a
 * case to correct a model, they open that one and give a reason, which the journal of the case keeps. The case closes
 * again after eight hours.
 */
@Component
class CaseOpenings {

    private static final Duration OPEN = Duration.ofHours(8);
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final StaffRegister staff;
    private final Applications applications;
    private final CaseJournal journal;
    private final CallJournal callJournal;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseOpenings(
            StaffRegister staff,
            Applications applications,
            CaseJournal journal,
            CallJournal callJournal,
            JdbcClient jdbc,
            Clock clock) {
        this.staff = staff;
        this.applications = applications;
        this.journal = journal;
        this.callJournal = callJournal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the person is only a process owner and has not opened the case. */
    boolean isShut(Reference reference, Actor person) {
        return staff.find(person.value()).filter(CaseOpenings::isOwnerOnly).isPresent()
                && openUntil(reference, person).isEmpty();
    }

    private static boolean isOwnerOnly(Staff person) {
        return person.groups().equals(Set.of(StaffGroup.PROCESS_OWNERS.id()));
    }

    private Optional<Instant> openUntil(Reference reference, Actor person) {
        return jdbc.sql("select max(until) from tidig.case_opening where reference = ? and person = ? and until > ?")
                .params(reference.value(), Actor.text(person), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getTimestamp(1))
                .optional()
                .map(java.sql.Timestamp::toInstant);
    }

    /** @throws Rejected if no reason is given */
    @Transactional
    void open(Reference reference, String reason, Actor person) {
        var why = reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new Rejected("reason", "Skriv varför du behöver se ärendet, med 10 till 1 000 tecken.");
        }
        var now = clock.instant();
        jdbc.sql("insert into tidig.case_opening (reference, person, reason, opened_at, until) values (?, ?, ?, ?, ?)")
                .params(
                        reference.value(),
                        Actor.text(person),
                        why,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(OPEN).atOffset(ZoneOffset.UTC))
                .update();
        var text = "En processägare öppnade ärendet i åtta timmar. Skäl: " + why;
        if (applications.find(reference).isPresent()) {
            journal.note(reference, EventKind.OPENED, person, text);
        } else {
            callJournal.note(reference, person, text);
        }
    }
}
