package se.tidig.engine.configuration;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Task queries that people put together hold no expressions, in their or-queries either: the engine looks at the
 * outermost query only (CVE-2026-109432). Stored task lists are read by another road and keep the few that
 * {@link ModelExpressions} lets through.
 */
class PlainTaskQueries extends TaskServiceImpl {

    @Override
    public TaskQuery createTaskQuery() {
        var query = new TaskQueryImpl(commandExecutor);
        query.addValidator(PlainTaskQueries::refuseExpressions);
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
