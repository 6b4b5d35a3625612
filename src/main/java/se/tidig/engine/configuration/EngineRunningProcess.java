package se.tidig.engine.configuration;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;
import se.tidig.engine.RunningProcess;

/** Asks the engine's thread-bound context. */
@Component
class EngineRunningProcess implements RunningProcess {

    @Override
    public Optional<String> instance() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> context.getExecution().getProcessInstanceId());
    }
}
