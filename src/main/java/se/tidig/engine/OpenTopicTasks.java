package se.tidig.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import se.tidig.Reference;

/**
 * The external tasks of a case that no worker has completed. The caller checks whether the person may see the case. The
 * engine is asked with nobody logged in, because a case may have steps at another board.
 */
@Component
public class OpenTopicTasks {

    private final RuntimeService runtime;
    private final ExternalTaskService external;
    private final RepositoryService repository;
    private final IdentityService identity;

    OpenTopicTasks(
            RuntimeService runtime,
            ExternalTaskService external,
            RepositoryService repository,
            IdentityService identity) {
        this.runtime = runtime;
        this.external = external;
        this.repository = repository;
        this.identity = identity;
    }

    /**
     * A task that no worker has completed.
     *
     * @param name of the element, in Swedish
     * @param process id
     * @param since when the case reached the step
     * @param isGivenUp whether all attempts have failed, so that an administrator has to act
     * @param failure why the last attempt failed; null if none has
     * @param to the input parameter {@code to}; null if the step has none
     */
    public record Open(String name, String process, Instant since, boolean isGivenUp, String failure, String to) {}

    /** The tasks of an application and its milestones, oldest first. */
    public List<Open> of(Reference reference, String topic) {
        return AsNobody.call(identity, () -> {
            var instances = Stream.concat(
                            runtime
                                    .createProcessInstanceQuery()
                                    .processInstanceBusinessKey(reference.value())
                                    .list()
                                    .stream(),
                            runtime
                                    .createProcessInstanceQuery()
                                    .processInstanceBusinessKeyLike(reference + "-M%")
                                    .list()
                                    .stream())
                    .map(ProcessInstance::getId)
                    .toArray(String[]::new);
            if (instances.length == 0) {
                return List.<Open>of();
            }
            return external
                    .createExternalTaskQuery()
                    .topicName(topic)
                    .processInstanceIdIn(instances)
                    .orderByCreateTime()
                    .asc()
                    .list()
                    .stream()
                    .map(this::open)
                    .toList();
        });
    }

    private Open open(ExternalTask task) {
        return new Open(
                name(task),
                task.getProcessDefinitionKey(),
                Optional.ofNullable(task.getCreateTime()).map(Date::toInstant).orElse(null),
                task.getRetries() != null && task.getRetries() == 0,
                task.getErrorMessage(),
                (String) runtime.getVariableLocal(task.getExecutionId(), "to"));
    }

    private String name(ExternalTask task) {
        var element = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .<FlowElement>getModelElementById(task.getActivityId());
        return element == null || element.getName() == null ? task.getActivityId() : element.getName();
    }
}
