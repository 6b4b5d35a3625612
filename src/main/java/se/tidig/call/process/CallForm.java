package se.tidig.call.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.call.CallService;
import se.tidig.call.Calls;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.StartHandler;
import se.tidig.organisation.Board;

/** A person sets up a call at one of their own boards. */
@Component
@Handles(
        form = "call",
        keys = {
            "board",
            "title",
            "description",
            "opensOn",
            "opensTime",
            "closesOn",
            "closesTime",
            "frame",
            "maxPerApplication",
            "maxMonths",
            "earmarks",
            "excludedCategories",
            "guidance",
            "decisionBy",
            "interimReportDue",
            "finalReportDue",
            "payingBoard",
            "contact"
        },
        writes = {Variable.REFERENCE, Variable.BOARD, Variable.CALL, "opensAt", "closesAt"})
class CallForm implements StartHandler {

    private final CallService service;
    private final Calls calls;
    private final StaffRegister staff;

    CallForm(CallService service, Calls calls, StaffRegister staff) {
        this.service = service;
        this.calls = calls;
        this.staff = staff;
    }

    @Override
    public Started start(Actor actor, Answers answers) {
        var board = Board.valueOf(answers.text("board"));
        if (staff.find(actor.value()).stream()
                .noneMatch(person -> person.boards().contains(board))) {
            throw new Rejected("board", "Du arbetar inte vid " + board.swedishName() + ". Välj din egen länsstyrelse.");
        }
        var reference = service.draft(board, actor, TermsAnswers.read(answers));
        var call = calls.get(reference);
        return new Started(
                reference.value(),
                Map.of(
                        Variable.REFERENCE,
                        reference.value(),
                        Variable.BOARD,
                        board.name(),
                        Variable.CALL,
                        reference.value(),
                        "opensAt",
                        call.opensAt().toString(),
                        "closesAt",
                        call.closesAt().toString()));
    }
}
