package se.tidig.application.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.IncomingDocument;
import se.tidig.application.IncomingDocumentService;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.StartHandler;

/** A registrar enters a document that did not come through the portal. */
@Component
@Handles(
        form = "incoming-document",
        keys = {"caseReference", "documentKind", "receivedDate", "documentText", "judgedLate", "lateReason"},
        writes = {
            Variable.REFERENCE,
            Variable.BOARD,
            Variable.CALL,
            Variable.MILESTONE,
            "document",
            "documentKind=withdrawal|supplement|change|changeRequest|decisionDemand|completion|hearingReply|moreTime|grantConfirmation|appeal|report|reportCompletion",
            "receivedDate"
        },
        stage = CaseStage.RECEIVED)
class IncomingDocumentForm implements StartHandler {

    private final Applications applications;
    private final IncomingDocumentService documents;
    private final OwnBoardCheck ownBoards;

    IncomingDocumentForm(Applications applications, IncomingDocumentService documents, OwnBoardCheck ownBoards) {
        this.applications = applications;
        this.documents = documents;
        this.ownBoards = ownBoards;
    }

    @Override
    public void foresee(Actor actor, Answers understood) {
        if (understood.has("caseReference")) {
            known(actor, understood.text("caseReference"));
        }
    }

    private Application known(Actor actor, String given) {
        var reference = caseOf(given);
        ownBoards.check(actor, "caseReference", reference.substring(0, Math.max(reference.indexOf('-'), 0)));
        return Reference.find(reference)
                .flatMap(applications::find)
                .orElseThrow(() -> new Rejected(
                        "caseReference", "Inget ärende har numret " + reference + ". Kontrollera numret."));
    }

    /** The case's reference also where a milestone of its grant is named. */
    private static String caseOf(String given) {
        return MilestoneKey.find(given.trim())
                .map(key -> key.reference().value())
                .orElse(given.trim());
    }

    @Override
    public Started start(Actor actor, Answers answers) {
        var given = answers.text("caseReference").trim();
        var milestone = MilestoneKey.find(given);
        var application = known(actor, given);
        var reference = application.reference();
        var document = documents.enter(document(reference, actor, answers));
        var variables = new HashMap<String, Object>(Map.of(
                Variable.REFERENCE,
                reference.value(),
                Variable.BOARD,
                application.board(),
                "document",
                document.number(),
                "documentKind",
                document.kind().value(),
                "receivedDate",
                document.receivedOn().toString()));
        variables.put(Variable.MILESTONE, milestone.map(MilestoneKey::toString).orElse(null));
        return new Started(reference + "-H" + document.number(), variables);
    }

    private static IncomingDocument document(Reference reference, Actor actor, Answers answers) {
        return new IncomingDocument(
                null,
                reference,
                IncomingDocument.Kind.of(answers.text("documentKind"))
                        .orElseThrow(() -> new Rejected("documentKind", "Välj vad det är för handling.")),
                answers.text("documentText"),
                answers.date("receivedDate")
                        .orElseThrow(() -> new Rejected("receivedDate", "Ange vilken dag handlingen kom in.")),
                answers.yes("judgedLate") ? answers.text("lateReason") : null,
                actor);
    }
}
