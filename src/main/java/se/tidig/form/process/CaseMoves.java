package se.tidig.form.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.cmd.AbstractInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.ActivityAfterInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityBeforeInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;

/**
 * Moves of running cases by an administrator. A case may be moved, but not so that it ends. Each case is
 * checked after it has moved, also in the job of a batch. A batch that only removes tokens, or starts only end events,
 * is refused before it is made.
 */
final class CaseMoves {

    private CaseMoves() {}

    /** Executes the command; one that would end a case is refused, and changes nothing. */
    static <T> T take(Command<T> command, CommandExecutor next) {
        if (command instanceof ModifyProcessInstanceCmd) {
            var moved = (ProcessInstanceModificationBuilderImpl) Fields.read(command, "builder");
            return keep(Stream.of(moved.getProcessInstanceId()), command, next);
        }
        if (command instanceof ProcessInstanceModificationCmd) {
            return keep(instances((ModificationBuilderImpl) Fields.read(command, "builder")), command, next);
        }
        if (command instanceof ModifyProcessInstanceAsyncCmd) {
            var moved = (ProcessInstanceModificationBuilderImpl) Fields.read(command, "builder");
            var instance = execution(moved.getProcessInstanceId());
            checkGoesOn(moved.getModificationOperations(), instance == null ? null : instance.getProcessDefinitionId());
        } else if (command instanceof AbstractModificationCmd<?>) {
            var moved = (ModificationBuilderImpl) Fields.read(command, "builder");
            checkGoesOn(moved.getInstructions(), moved.getProcessDefinitionId());
        }
        return next.execute(command);
    }

    private static <T> T keep(Stream<String> instances, Command<T> command, CommandExecutor next) {
        var cases = instances.map(CaseMoves::execution).filter(Objects::nonNull).toList();
        var result = next.execute(command);
        if (cases.stream().anyMatch(instance -> instance.isRemoved() || instance.isCanceled())) {
            throw NeverDeleted.aCase();
        }
        return result;
    }

    private static ExecutionEntity execution(String instance) {
        return Context.getCommandContext().getExecutionManager().findExecutionById(instance);
    }

    private static Stream<String> instances(ModificationBuilderImpl moved) {
        return Stream.of(
                        Stream.ofNullable(moved.getProcessInstanceIds()).flatMap(List::stream),
                        found(moved.getProcessInstanceQuery()),
                        found(moved.getHistoricProcessInstanceQuery()))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .distinct();
    }

    private static Stream<String> found(Object query) {
        return query == null ? Stream.of() : ((AbstractQuery<?, ?>) query).listIds().stream();
    }

    /**
     * Refuses moves that start nothing but end events.
     *
     * @param process the definition of the moved cases; null if it is not found, which the engine then says itself
     */
    private static void checkGoesOn(List<AbstractProcessInstanceModificationCommand> moves, String process) {
        if (moves.stream().noneMatch(move -> move instanceof AbstractInstantiationCmd put && !ends(put, process))) {
            throw NeverDeleted.aCase();
        }
    }

    private static boolean ends(AbstractInstantiationCmd command, String process) {
        if (process == null) {
            return false;
        }
        var definition =
                Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(process);
        if (command instanceof ActivityBeforeInstantiationCmd before) {
            return isEnd(definition.findActivity(before.getTargetElementId()));
        }
        if (command instanceof ActivityAfterInstantiationCmd) {
            var activity = definition.findActivity(Fields.text(command, "activityId"));
            return activity != null
                    && activity.getOutgoingTransitions().stream()
                            .map(PvmTransition::getDestination)
                            .allMatch(CaseMoves::isEnd);
        }
        if (command instanceof TransitionInstantiationCmd) {
            var flow = definition.findTransition(Fields.text(command, "transitionId"));
            return flow != null && isEnd(flow.getDestination());
        }
        return false;
    }

    private static boolean isEnd(PvmActivity activity) {
        return activity != null
                && Objects.toString(activity.getProperty(BpmnProperties.TYPE.getName()), "")
                        .endsWith("EndEvent");
    }
}
