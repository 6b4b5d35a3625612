package se.tidig.decision.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.decision.Deciding;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Besluta*: as proposed, or back to be proposed anew. */
@Component
@Handles(
        form = "decide",
        keys = {"decisionAnswer=approve|return|communicate", "returnReason", "participants", "dissent"},
        writes = {"decided=true|false", "decisionAnswer=approve|return|communicate"})
class DecideForm implements FormHandler {

    private final Deciding deciding;

    DecideForm(Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var answer = answers.text("decisionAnswer");
        if (!"approve".equals(answer)) {
            deciding.giveBack(task.reference(), task.actor(), answers.text("returnReason"));
            return Map.of("decided", false, "decisionAnswer", answer);
        }
        deciding.approve(task.reference(), task.actor(), participants(answers), answers.text("dissent"));
        return Map.of("decided", true, "decisionAnswer", answer);
    }

    private static List<String> participants(Answers answers) {
        var named = new ArrayList<String>();
        for (var row : answers.rows("participants")) {
            var role = row.get("participantRole");
            named.add(role == null ? "" + row.get("participantName") : row.get("participantName") + ", " + role);
        }
        return named;
    }
}
