package se.tidig.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;

/** The process instance that the engine is executing on this thread. */
public final class RunningProcess {

    private RunningProcess() {}

    /** Its id; empty where the engine executes none, as when somebody reads a page. */
    public static Optional<String> instance() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> context.getExecution().getProcessInstanceId());
    }
}
