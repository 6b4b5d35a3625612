package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.ConfirmationService;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.StartHandler;

/** An officer asks the sender of a document to confirm it, whenever it has come in (21 § FL). */
@Component
@Handles(
        form = "sender-confirmation",
        keys = {
            "caseReference",
            "confirmationOf=application|document",
            "confirmationDocument",
            "confirmationReason",
            "confirmBy"
        },
        writes = {"confirmation", "confirmBy"},
        stage = CaseStage.RECEIVED)
class SenderConfirmationForm implements StartHandler {

    private final OwnBoardCheck ownBoards;
    private final ConfirmationService confirmations;

    SenderConfirmationForm(OwnBoardCheck ownBoards, ConfirmationService confirmations) {
        this.ownBoards = ownBoards;
        this.confirmations = confirmations;
    }

    /** Under which the process of a request waits. */
    static String businessKey(Reference reference, long asked) {
        return reference + "-B" + asked;
    }

    @Override
    public Started start(Actor actor, Answers answers) {
        var reference = ownBoards.openCase(actor, answers);
        var by = answers.date("confirmBy").orElseThrow(() -> new Rejected("confirmBy", "Ange sista dag att bekräfta."));
        var asked = confirmations.ask(
                reference, answers.text("confirmationDocument"), answers.text("confirmationReason"), by, actor);
        return new Started(
                businessKey(reference, asked),
                Map.of(
                        Variable.REFERENCE,
                        reference.value(),
                        Variable.BOARD,
                        reference.board(),
                        "confirmation",
                        asked,
                        "confirmBy",
                        by.toString()));
    }
}
