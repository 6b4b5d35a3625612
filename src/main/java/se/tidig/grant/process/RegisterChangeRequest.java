package se.tidig.grant.process;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.event.EventListener;
import se.tidig.application.IncomingDocument;
import se.tidig.application.IncomingDocument.Kind;
import se.tidig.application.IncomingDocumentService;
import se.tidig.engine.Delegate;
import se.tidig.form.Rejected;
import se.tidig.grant.Grant.State;
import se.tidig.grant.GrantChangeService;
import se.tidig.grant.Grants;

/** A recipient's request for a change came in on paper. */
@Delegate(name = "Registrera ändringsbegäran", reads = "document")
class RegisterChangeRequest implements JavaDelegate {

    /** Somebody is waiting for what the recipient asks for. */
    private static final Set<State> RUNNING = EnumSet.of(State.AWAITING_CONFIRMATION, State.CONFIRMED, State.ACTIVE);

    private final IncomingDocumentService documents;
    private final Grants grants;
    private final GrantChangeService changes;

    RegisterChangeRequest(IncomingDocumentService documents, Grants grants, GrantChangeService changes) {
        this.documents = documents;
        this.grants = grants;
        this.changes = changes;
    }

    @EventListener
    void on(IncomingDocument.Entering entering) {
        var document = entering.document();
        if (document.kind() == Kind.CHANGE_REQUEST
                && grants.find(document.reference())
                        .filter(grant -> RUNNING.contains(grant.status()))
                        .isEmpty()) {
            throw new Rejected(
                    "documentKind", "Ärendet har inget pågående bidrag som kan ändras. Välj Annan handling i stället.");
        }
    }

    @Override
    public void execute(DelegateExecution execution) {
        var document = documents.get(((Number) execution.getVariable("document")).longValue());
        changes.request(document.reference(), document.text(), document.registrar());
    }
}
