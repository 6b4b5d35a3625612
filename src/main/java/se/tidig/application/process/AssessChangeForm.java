package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.application.ApplicationChangeService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** An officer answers what changed circumstances mean for the application (15 a §). */
@Component
@Handles(
        form = "assess-change",
        keys = {
            "changeNote",
            "changeEffect=none|facts",
            "requestedAmount",
            "periodStart",
            "periodEnd",
            "publicFunding",
            "pendingPublicFunding",
            "inLiquidationOrBankruptcy",
            "enforcementDebt",
            "democracyConcern"
        })
class AssessChangeForm implements FormHandler {

    private final ApplicationChangeService changes;

    AssessChangeForm(ApplicationChangeService changes) {
        this.changes = changes;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var changed = new LinkedHashMap<>(answers.values());
        changed.keySet().removeAll(Set.of("changeNote", "changeEffect"));
        var note = answers.text("changeNote");
        if ("none".equals(answers.text("changeEffect"))) {
            changes.leave(task.reference(), note, task.actor());
        } else {
            changes.take(task.reference(), changed, note, task.actor());
        }
        return Map.of();
    }
}
