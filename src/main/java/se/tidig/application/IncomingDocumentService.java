package se.tidig.application;

import java.time.Clock;
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
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Registers documents and brings them to their case, with the same effect as through the portal. */
@Service
@Transactional
public class IncomingDocumentService {

    private final ApplicationIntakeService intake;
    private final MoreTimeService moreTime;
    private final ObjectProvider<AwaitedReport> reports;
    private final CaseJournal journal;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncomingDocumentService(
            ApplicationIntakeService intake,
            MoreTimeService moreTime,
            ObjectProvider<AwaitedReport> reports,
            CaseJournal journal,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.intake = intake;
        this.moreTime = moreTime;
        this.reports = reports;
        this.journal = journal;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters the document.
     *
     * @return the document with its number
     * @throws Rejected if the case cannot take a document of the kind, with what to do instead
     */
    public IncomingDocument enter(IncomingDocument document) {
        intake.checkDay(document.reference(), document.receivedOn());
        switch (document.kind()) {
            case WITHDRAWAL -> intake.checkWithdrawal(document.reference());
            case DECISION_DEMAND -> intake.checkDemand(document.reference());
            case COMPLETION -> intake.checkCompletion(document.reference());
            case HEARING_REPLY -> intake.checkReply(document.reference());
            default -> {
                // Whatever comes in is recorded, in any state of the case.
            }
        }
        if (document.lateReason() != null) {
            judgeLate(document);
        }
        events.publishEvent(new IncomingDocument.Entering(document));
        var number = jdbc.sql(
                        """
                        insert into tidig.incoming_document
                            (reference, board, kind, text, received_on, late_reason, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning number
                        """)
                .params(
                        document.reference().value(),
                        document.reference().board(),
                        document.kind().name(),
                        document.text(),
                        document.receivedOn(),
                        document.lateReason(),
                        Actor.text(document.registrar()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new IncomingDocument(
                number,
                document.reference(),
                document.kind(),
                document.text(),
                document.receivedOn(),
                document.lateReason(),
                document.registrar());
    }

    private void judgeLate(IncomingDocument document) {
        var reference = document.reference();
        var counted =
                switch (document.kind()) {
                    case COMPLETION, HEARING_REPLY ->
                        moreTime.running(reference)
                                .filter(running -> (document.kind() == IncomingDocument.Kind.COMPLETION)
                                        == (running.awaited() == MoreTimeService.Awaited.COMPLETION))
                                .map(MoreTimeService.Running::dueOn);
                    case REPORT, REPORT_COMPLETION ->
                        reports.stream()
                                .flatMap(report -> report.dueOn(reference).stream())
                                .findFirst();
                    default -> Optional.<LocalDate>empty();
                };
        var day = counted.orElseThrow(() -> new Rejected(
                JudgedLate.KEY, "Ingen sista dag löper för en sådan handling i ärendet. Avmarkera rutan."));
        JudgedLate.check(day, document.receivedOn());
        journal.note(
                reference,
                EventKind.EXAMINATION,
                document.registrar(),
                JudgedLate.note(day, document.receivedOn(), document.lateReason()));
    }

    /** @throws IllegalArgumentException if there is no document with the number */
    @Transactional(readOnly = true)
    public IncomingDocument get(long number) {
        return jdbc.sql("select * from tidig.incoming_document where number = ?")
                .param(number)
                .query((row, index) -> new IncomingDocument(
                        row.getLong("number"),
                        Reference.of(row.getString("reference")),
                        IncomingDocument.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("late_reason"),
                        Actor.of(row.getString("registered_by"))))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("Det finns ingen inkommen handling " + number + "."));
    }

    /** Brings a withdrawal, supplement, appeal, change, demand or request for more time to its case. */
    public void hand(long number) {
        var document = get(number);
        var reference = document.reference();
        var registrar = document.registrar();
        switch (document.kind()) {
            case WITHDRAWAL -> intake.withdraw(reference, document.text(), document.receivedAt(), registrar);
            case MORE_TIME -> moreTime.request(reference, document.text(), document.receivedAt(), registrar);
            case CHANGE -> intake.notifyChange(reference, document.text(), document.receivedAt(), registrar);
            case DECISION_DEMAND -> intake.demandDecision(reference, document.text(), document.receivedOn(), registrar);
            case APPEAL -> intake.appeal(reference, document.text(), document.receivedAt(), registrar);
            default -> intake.supplement(reference, document.text(), document.receivedAt(), registrar);
        }
    }
}
