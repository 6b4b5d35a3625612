package se.tidig.engine.configuration;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Rejects expressions in the task queries that people send, also in or-queries. The engine checks only the outermost
 * query (CVE-2026-109432). Stored task lists are read without this class and may use the few expressions that {@link
 * ModelExpressions} allows.
 */
class PlainTaskService extends TaskServiceImpl {

    @Override
    public TaskQuery createTaskQuery() {
        var query = new TaskQueryImpl(commandExecutor);
        query.addValidator(PlainTaskService::refuseExpressions);
        return query;
    }

    private static void refuseExpressions(AbstractQuery<?, ?> query) {
        for (var part : ((TaskQueryImpl) query).getQueries()) {
            if (!part.getExpressions().isEmpty()) {
                throw new BadUserRequestException("Expressions are forbidden in queries, in orQueries too");
            }
        }
    }
}
