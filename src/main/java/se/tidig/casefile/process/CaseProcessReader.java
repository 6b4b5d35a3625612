package se.tidig.casefile.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import se.tidig.engine.AsNobody;

/**
 * Reads from the engine where a case stands. The caller checks whether the person may see the case. The engine is asked
 * with nobody logged in, because a case may have steps at another board (the payment).
 */
@Component
public class CaseProcessReader {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;
    private final IdentityService identity;

    CaseProcessReader(
            RuntimeService runtime, HistoryService history, RepositoryService repository, IdentityService identity) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
    }

    /**
     * The latest routing values of the processes with the key. Ended processes count until the engine deletes their
     * history; what a page shows of an ended case is in the records.
     */
    public Map<String, Object> values(String businessKey) {
        return asNobody(() -> {
            var values = new HashMap<String, Object>();
            var instances = history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .toList();
            for (var instance : instances) {
                history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .disableBinaryFetching()
                        .list()
                        .stream()
                        .filter(variable -> variable.getActivityInstanceId().equals(instance))
                        .forEach(variable -> values.put(variable.getName(), variable.getValue()));
            }
            return values;
        });
    }

    /**
     * The elements that the case's processes are at, those of its milestones too, as {@code application#userTask_decide};
     * empty if all have ended.
     */
    public Set<String> activeElements(String businessKey) {
        return asNobody(() -> Stream.of(
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey),
                        runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(businessKey + "-M%"))
                .flatMap(query -> query.list().stream())
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream()
                        .map(element -> repository
                                        .getProcessDefinition(instance.getProcessDefinitionId())
                                        .getKey()
                                + "#" + element))
                .collect(Collectors.toSet()));
    }

    /** The open incidents of the case, in words. */
    public List<String> incidents(String businessKey) {
        return asNobody(
                () -> history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .unfinished()
                        .list()
                        .stream()
                        .flatMap(
                                instance -> history
                                        .createHistoricIncidentQuery()
                                        .processInstanceId(instance.getId())
                                        .open()
                                        .list()
                                        .stream())
                        .map(incident -> incident.getIncidentMessage() == null
                                ? incident.getActivityId()
                                : incident.getActivityId() + ": " + incident.getIncidentMessage())
                        .toList());
    }

    /** The name of the element in the deployment's model; the element's id if it has none. */
    String name(String deployment, String process, String element) {
        return asNobody(() ->
                repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .processDefinitionKey(process)
                        .list()
                        .stream()
                        .map(definition -> repository
                                .getBpmnModelInstance(definition.getId())
                                .<FlowElement>getModelElementById(element))
                        .filter(found -> found != null && found.getName() != null)
                        .findFirst()
                        .map(FlowElement::getName)
                        .orElse(element));
    }

    /** The ids of all deployments, oldest first. */
    List<String> deployments() {
        return asNobody(() -> repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream()
                .map(Deployment::getId)
                .toList());
    }

    /** The text of a deployed file; null if the deployment has no file of that name. */
    String file(String deployment, String name) {
        return asNobody(() -> repository.getDeploymentResourceNames(deployment).stream()
                .filter(resource -> resource.equals(name) || resource.endsWith("/" + name))
                .findFirst()
                .map(resource -> read(deployment, resource))
                .orElse(null));
    }

    private String read(String deployment, String resource) {
        try (var file = repository.getResourceAsStream(deployment, resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T asNobody(Supplier<T> question) {
        return AsNobody.call(identity, question);
    }
}
