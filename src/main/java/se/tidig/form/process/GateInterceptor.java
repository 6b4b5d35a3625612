package se.tidig.form.process;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import se.tidig.form.Rejected;

/**
 * Sends each command through its road. Only commands of a person are judged: commands within another command (of a
 * delegate, a form handler, a job) are the system's own. Only that a move ends no case is seen to in them too, because a
 * batch moves cases in its jobs.
 */
class GateInterceptor extends CommandInterceptor {

    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private final ObjectProvider<RoadRegister> roads;

    GateInterceptor(ObjectProvider<RoadRegister> roads) {
        this.roads = roads;
    }

    @Override
    public <T> T execute(Command<T> command) {
        int depth = DEPTH.get();
        DEPTH.set(depth + 1);
        var authentication = Context.getCommandContext().getAuthentication();
        var person = authentication != null && authentication.getUserId() != null;
        try {
            if (RoadRegister.completes(command) || person && depth == 0 && RoadRegister.isGated(command)) {
                return roads.getObject().take(command, person ? authentication : null, next);
            }
            return depth > 0 ? CaseMoves.take(command, next) : next.execute(command);
        } catch (Rejected e) {
            throw depth == 0 ? new PlainWords.Carried(e) : e;
        } catch (ProcessEngineException e) {
            throw person && depth == 0 && isOfAnotherBoard(e)
                    ? new AuthorizationException(authentication.getUserId(), List.of())
                    : e;
        } finally {
            DEPTH.set(depth);
        }
    }

    /**
     * Whether the engine's check of tenants refuses. It has no exception of its own and would be answered with status
     * 500 in the engine's words; a refusal across boards is told like any other refusal.
     */
    private static boolean isOfAnotherBoard(ProcessEngineException e) {
        return e.getClass() == ProcessEngineException.class
                && e.getMessage() != null
                && e.getMessage().contains("belongs to no authenticated tenant");
    }
}
