package se.tidig.grant.process;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;
import se.tidig.journal.CaseJournal;

/**
 * Puts a document that comes in after the case has ended, or after its application was withdrawn, before a person at
 * the board: it may be an appeal (43–46 §§ förvaltningslagen), and no process waits for it any more.
 */
@Component
class LateDocumentStarter {

    private final Applications applications;
    private final CaseJournal journal;
    private final Waiters waiters;

    LateDocumentStarter(Applications applications, CaseJournal journal, Waiters waiters) {
        this.applications = applications;
        this.journal = journal;
        this.waiters = waiters;
    }

    /** Runs before the wakers: a process that has been woken may no longer be waiting. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Application.Supplemented supplemented) {
        unlessAwaited(supplemented.reference(), Message.APPLICATION_SUPPLEMENTED, Message.GRANT_SUPPLEMENTED);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Application.ChangeNotified notified) {
        unlessAwaited(notified.reference(), Message.APPLICATION_CHANGE_NOTIFIED, Message.GRANT_CHANGE_NOTIFIED);
    }

    private void unlessAwaited(Reference reference, String... messages) {
        var application = applications.get(reference);
        if (application.status().isLeft()
                && Stream.of(messages).noneMatch(message -> waiters.awaits(message, reference.value()))) {
            waiters.start(
                    Message.CASE_DOCUMENT_RECEIVED,
                    reference.value(),
                    Map.of(
                            Variable.REFERENCE,
                            reference.value(),
                            Variable.BOARD,
                            application.board(),
                            "documentNumber",
                            journal.documents(reference).size()));
        }
    }
}
