package se.tidig.decision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.ApplicationFacts;
import se.tidig.decision.CaseDecisionService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Besluta om avskrivning* of a withdrawn application. */
@Component
@Handles(
        form = "write-off",
        keys = "writeOffReasons",
        writes = {"decisionKind=WRITE_OFF", "decisionAmount"},
        together = "decisionKind=WRITE_OFF -> decisionAmount=0")
class WriteOffForm implements FormHandler {

    private final CaseDecisionService deciding;

    WriteOffForm(CaseDecisionService deciding) {
        this.deciding = deciding;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var decision = deciding.writeOff(task.reference(), task.actor(), answers.text("writeOffReasons"));
        // An earlier proposal may have left an amount.
        return Map.of(
                "decisionKind",
                decision.kind().name(),
                "decisionAmount",
                ApplicationFacts.wholeKronor(decision.amount()));
    }
}
