package se.tidig.engine.configuration;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.engine.Variable;

/** Creates the task lists that all staff have in Tasklist. They are created once; an administrator may change them. */
@Component
class TaskListSetup implements SmartInitializingSingleton {

    private static final long LOCK = 20161365;
    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcTemplate jdbc;

    TaskListSetup(FilterService filters, TaskService tasks, JdbcTemplate jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        create(
                1,
                "Mina uppgifter",
                "Det du har åtagit dig.",
                tasks.createTaskQuery().taskAssigneeExpression(ME));
        create(
                2,
                "Min grupps lediga uppgifter",
                "Det som väntar på att någon i dina grupper tar det.",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .taskUnassigned());
        create(
                3,
                "Alla mina gruppers uppgifter",
                "Lediga och tagna uppgifter i dina grupper.",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks());
    }

    private void create(int place, String name, String description, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByTaskCreateTime().asc());
        filter.setProperties(Map.of(
                "description",
                description,
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        Map.of("name", Variable.REFERENCE, "label", "Ärende"),
                        Map.of("name", Variable.SUBJECT, "label", "Gäller"))));
        filters.saveFilter(filter);
    }
}
