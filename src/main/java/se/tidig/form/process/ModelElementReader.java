package se.tidig.form.process;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/** What the model of a running case says about its elements. */
@Component
class ModelElementReader {

    /** The element's Swedish name; its id if it has no name. */
    String name(String processDefinition, String element) {
        var found = model(processDefinition).getModelElementById(element);
        return found instanceof FlowElement flow && flow.getName() != null
                ? flow.getName().replaceAll("\\s+", " ").trim()
                : element;
    }

    /** The elements whose actors may not do this one. */
    List<String> excludedActorsOf(String processDefinition, String element) {
        return properties(processDefinition, element, "excludedActorOf");
    }

    /** The values of the element's extension property, separated by commas. */
    List<String> properties(String processDefinition, String element, String name) {
        if (!(model(processDefinition).getModelElementById(element) instanceof BaseElement found)
                || found.getExtensionElements() == null) {
            return List.of();
        }
        return found.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .flatMap(property -> Arrays.stream(
                        Objects.toString(property.getCamundaValue(), "").split(",")))
                .map(String::trim)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Whether a boundary event of the task catches the error or escalation. */
    boolean catches(String processDefinition, String element, String code, boolean error) {
        return edge(processDefinition, element).stream().anyMatch(event -> catches(event, code, error));
    }

    /** Whether the boundary event ends the task. */
    boolean endsTask(String processDefinition, String element, String code, boolean error) {
        return edge(processDefinition, element).stream()
                .anyMatch(event -> catches(event, code, error) && event.cancelActivity());
    }

    private List<BoundaryEvent> edge(String processDefinition, String element) {
        return model(processDefinition).getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(element))
                .toList();
    }

    private static boolean catches(BoundaryEvent event, String code, boolean error) {
        return event.getEventDefinitions().stream().anyMatch(definition -> {
            if (error && definition instanceof ErrorEventDefinition caught) {
                return caught.getError() == null
                        || Objects.equals(caught.getError().getErrorCode(), code);
            }
            return !error
                    && definition instanceof EscalationEventDefinition caught
                    && (caught.getEscalation() == null
                            || Objects.equals(caught.getEscalation().getEscalationCode(), code));
        });
    }

    private static BpmnModelInstance model(String processDefinition) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(processDefinition);
    }
}
