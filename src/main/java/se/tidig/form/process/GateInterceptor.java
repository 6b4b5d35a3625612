package se.tidig.form.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import se.tidig.form.Rejected;

/**
 * Lets each command through its road. Only what a person asks for is judged as such: commands that come from within
 * another one (a delegate, a form handler, a job) are the system's own.
 */
class GateInterceptor extends CommandInterceptor {

    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private final ObjectProvider<Roads> roads;

    GateInterceptor(ObjectProvider<Roads> roads) {
        this.roads = roads;
    }

    @Override
    public <T> T execute(Command<T> command) {
        int depth = DEPTH.get();
        DEPTH.set(depth + 1);
        try {
            var authentication = Context.getCommandContext().getAuthentication();
            var person = authentication != null && authentication.getUserId() != null;
            if (Roads.completes(command) || person && depth == 0 && Roads.isGated(command)) {
                return roads.getObject().take(command, person ? authentication : null, next);
            }
            return next.execute(command);
        } catch (Rejected e) {
            throw depth == 0 ? new PlainWords.Carried(e) : e;
        } finally {
            DEPTH.set(depth);
        }
    }
}
