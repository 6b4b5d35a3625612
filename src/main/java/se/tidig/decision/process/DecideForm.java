package se.tidig.decision.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.bundle.CurrentTaskGroup;
import se.tidig.decision.CaseDecisionService;
import se.tidig.engine.StaffGroups;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/** *Besluta*: decides as proposed, or returns the proposal. */
@Component
@Handles(
        form = "decide",
        keys = {"decisionAnswer=approve|return|communicate", "returnReason", "participants", "dissent"},
        writes = {"decided=true|false", "decisionAnswer=approve|return|communicate"})
class DecideForm implements FormHandler {

    private final CaseDecisionService deciding;
    private final CurrentTaskGroup groups;
    private final StaffRegister staff;
    private final StaffGroups names;

    DecideForm(CaseDecisionService deciding, CurrentTaskGroup groups, StaffRegister staff, StaffGroups names) {
        this.deciding = deciding;
        this.groups = groups;
        this.staff = staff;
        this.names = names;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var answer = answers.text("decisionAnswer");
        if (!"approve".equals(answer)) {
            deciding.giveBack(task.reference(), task.actor(), answers.text("returnReason"));
            return Map.of("decided", false, "decisionAnswer", answer);
        }
        requireMayDecideToday(task);
        deciding.approve(task.reference(), task.actor(), participants(answers), answers.text("dissent"));
        return Map.of("decided", true, "decisionAnswer", answer);
    }

    /**
     * The right to decide follows the day of the decision: the board's delegation may have changed since the
     * proposal.
     */
    private void requireMayDecideToday(CaseTask task) {
        groups.changed(task).filter(group -> !isIn(group, task.actor())).ifPresent(group -> {
            var name = names.find(group).map(StaffGroups.Group::name).orElse(group);
            throw new Rejected(
                    "decisionAnswer",
                    "Delegationen har ändrats sedan beslutet föreslogs, och beslutet fattas nu av gruppen %s. Återlämna förslaget, så går det dit när det föreslås igen."
                            .formatted(name));
        });
    }

    private boolean isIn(String group, Actor person) {
        return staff.find(person.value())
                .filter(found -> found.groups().contains(group))
                .isPresent();
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
