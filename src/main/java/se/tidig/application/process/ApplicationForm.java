package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.StartHandler;

/** A registrar enters an application on paper. */
@Component
@Handles(
        form = "application",
        keys = {
            "callReference",
            "receivedDate",
            "judgedLate",
            "lateReason",
            "organisationName",
            "organisationNumber",
            "organisationType",
            "contactName",
            "contactEmail",
            "contactPhone",
            "postalAddress",
            "giro",
            "representatives",
            "partners",
            "title",
            "activityDescription",
            "purposeDescription",
            "focusAreas",
            "targetGroups",
            "periodStart",
            "periodEnd",
            "budgetLines",
            "requestedAmount",
            "attachments"
        },
        writes = {Variable.REFERENCE, Variable.BOARD, Variable.CALL},
        stage = CaseStage.RECEIVED)
class ApplicationForm implements StartHandler {

    private final ApplicationIntakeService intake;
    private final OwnBoardCheck ownBoards;

    ApplicationForm(ApplicationIntakeService intake, OwnBoardCheck ownBoards) {
        this.intake = intake;
        this.ownBoards = ownBoards;
    }

    @Override
    public void foresee(Actor actor, Answers understood) {
        if (understood.has("callReference")) {
            checkBoard(actor, understood.text("callReference"));
            intake.checkReceipt(
                    call(understood.text("callReference")),
                    understood.date("receivedDate").orElse(null));
        }
    }

    private static Reference call(String given) {
        return Reference.find(given).orElseThrow(() -> ApplicationIntakeService.unknownCall(given));
    }

    private void checkBoard(Actor actor, String call) {
        ownBoards.check(actor, "callReference", call.substring(0, Math.max(call.indexOf('-'), 0)));
    }

    @Override
    public Started start(Actor actor, Answers answers) {
        var call = answers.text("callReference");
        checkBoard(actor, call);
        var receivedOn = answers.date("receivedDate")
                .orElseThrow(() -> new Rejected("receivedDate", "Ange vilken dag ansökan kom in."));
        var given = new LinkedHashMap<>(answers.values());
        given.keySet().removeAll(Set.of("callReference", "judgedLate", "lateReason"));
        given.computeIfPresent("organisationNumber", (key, number) -> ((String) number).replace("-", ""));
        var application = intake.receivePaper(
                call(call), given, receivedOn, answers.yes("judgedLate") ? answers.text("lateReason") : null, actor);
        return new Started(
                application.reference().value(),
                Map.of(
                        Variable.REFERENCE, application.reference().value(),
                        Variable.BOARD, application.board(),
                        Variable.CALL, application.call().value()));
    }
}
