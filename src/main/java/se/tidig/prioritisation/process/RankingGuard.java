package se.tidig.prioritisation.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.assessment.Recusals;
import se.tidig.engine.AsSystem;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;
import se.tidig.organisation.Board;

/**
 * Keeps a person who is recused in a ranked case from the ranking (16 and 17 §§ förvaltningslagen). All applications
 * share one frame, so every step of the ranking can influence the decision in that case. If nobody else at the board is
 * free of conflicts and may do the task, the person may act (17 § second sentence).
 */
@Component
class RankingGuard implements TaskGuard {

    private static final Set<String> FORMS = Set.of("await-assessments", "review-prioritisation");

    private final Recusals recusals;
    private final StaffRegister staff;
    private final ObjectProvider<TaskService> tasks;
    private final AsSystem system;

    // The engine is looked up late, because its gate needs the guards first.
    RankingGuard(Recusals recusals, StaffRegister staff, ObjectProvider<TaskService> tasks, AsSystem system) {
        this.recusals = recusals;
        this.staff = staff;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public void check(CaseTask task) {
        if (task.form() == null || !FORMS.contains(task.form())) {
            return;
        }
        var conflicts = recusals.rankedIn(task.reference(), task.actor());
        if (conflicts.isEmpty()) {
            return;
        }
        var colleagues = colleagues(task);
        if (!colleagues.isEmpty()) {
            throw new Rejected(
                    "",
                    LegalTexts.of(
                            "conflict.ranking",
                            conflicts.stream().map(Reference::value).collect(Collectors.joining(", ")),
                            String.join(" eller ", colleagues)));
        }
    }

    /** The names of those who could do it. */
    private List<String> colleagues(CaseTask task) {
        var groups = candidateGroups(task.taskId());
        var board = Board.valueOf(task.board());
        var recused = recusals.recusedFromRanking(task.reference());
        return staff.all().stream()
                .filter(person -> person.boards().contains(board))
                .filter(person -> person.groups().stream().anyMatch(groups::contains))
                .filter(person -> !recused.contains(Actor.of(person.id())))
                .map(Staff::name)
                .sorted()
                .toList();
    }

    private Set<String> candidateGroups(String taskId) {
        return system.call(() -> tasks.getObject().getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet()));
    }
}
