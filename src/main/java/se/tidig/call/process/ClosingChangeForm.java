package se.tidig.call.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.call.Calls;
import se.tidig.call.ClosingChangeService;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.StartHandler;
import se.tidig.organisation.Board;

/** A person proposes to move the closing of an open call of their own board. */
@Component
@Handles(
        form = "closing-change",
        keys = {"callReference", "closesOn", "closesTime", "reason"},
        writes = {Variable.REFERENCE, Variable.BOARD, Variable.CALL})
class ClosingChangeForm implements StartHandler {

    private final ClosingChangeService changes;
    private final Calls calls;
    private final StaffRegister staff;

    ClosingChangeForm(ClosingChangeService changes, Calls calls, StaffRegister staff) {
        this.changes = changes;
        this.calls = calls;
        this.staff = staff;
    }

    @Override
    public Started start(Actor actor, Answers answers) {
        var reference = answers.text("callReference").strip();
        var boards = staff.find(actor.value()).orElseThrow().boards();
        var call = calls.find(Reference.of(reference))
                .filter(found -> boards.contains(Board.valueOf(found.board())))
                .orElseThrow(() -> new Rejected(
                        "callReference", "Det finns ingen utlysning " + reference + " vid din länsstyrelse."));
        changes.propose(Reference.of(reference), actor, TermsAnswers.lastInstant(answers), answers.text("reason"));
        return new Started(
                reference,
                Map.of(Variable.REFERENCE, reference, Variable.BOARD, call.board(), Variable.CALL, reference));
    }
}
