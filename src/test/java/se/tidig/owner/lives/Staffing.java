package se.tidig.owner.lives;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import se.tidig.organisation.Board;

/** Who can take a task: those of its groups at its board, and its assignee before them. */
@Component
class Staffing {

    private static final Map<String, List<String>> PEOPLE = Map.of(
            "registrars", List.of("registrar%s"),
            "caseOfficers", List.of("officer%s1", "officer%s2"),
            "decisionMakers", List.of("decider%s"),
            "headsOfUnit", List.of("head%s"),
            "financeOfficers", List.of("finance%s1"),
            "financeApprovers", List.of("finance%s2"),
            "coordinators", List.of("coordinator"),
            "processOwners", List.of("processOwner"),
            "camunda-admin", List.of("admin"));

    private final TaskService tasks;

    Staffing(TaskService tasks) {
        this.tasks = tasks;
    }

    /** In the order in which they are asked: if the first may not do the task, the next does. */
    List<String> of(Task task) {
        var board = Arrays.stream(Board.values())
                .filter(one -> one.tenant().equals(task.getTenantId()))
                .findFirst()
                .orElse(Board.K);
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .flatMap(group -> PEOPLE.getOrDefault(group, List.of()).stream())
                .map(person -> person.formatted(board));
        return Stream.concat(Stream.ofNullable(task.getAssignee()), groups)
                .distinct()
                .toList();
    }
}
