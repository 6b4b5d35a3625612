package se.tidig.bundle.deployment;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.engine.Message;

/**
 * Deploys processes that Tidig starts by a message but that the models in force lack, because they were published
 * before this program. A declared conflict of interest, for instance, must be examined whatever models are in force (18
 * § förvaltningslagen). The start's processes are used, with their forms, until a process owner publishes them. An
 * owner cannot remove such a process: the check refuses models that lack a start for one of these messages.
 */
@Component
class ReserveDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ReserveDeployment.class);

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    ReserveDeployment(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Deploys the missing processes from the models of the start. */
    void complete(Bundle brought) {
        Message.beginning().stream()
                .filter(message -> !beginsSomething(message))
                .forEach(message -> brought.names("processes/", ".bpmn").stream()
                        .filter(file -> begins(model(brought, file), message))
                        .findFirst()
                        .ifPresent(file -> deploy(brought, file)));
    }

    private boolean beginsSomething(String message) {
        return jdbc.sql(
                        """
                        select exists (select from engine.act_ru_event_subscr
                            where event_type_ = 'message' and event_name_ = ? and execution_id_ is null)
                        """)
                .param(message)
                .query(Boolean.class)
                .single();
    }

    private static boolean begins(BpmnModelInstance model, String message) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .flatMap(start -> start.getChildElementsByType(MessageEventDefinition.class).stream())
                .anyMatch(event -> event.getMessage() != null
                        && message.equals(event.getMessage().getName()));
    }

    private void deploy(Bundle brought, String file) {
        var model = model(brought, file);
        var names = model.getModelElementsByType(Process.class).stream()
                .map(process -> Optional.ofNullable(process.getName()).orElse(process.getId()))
                .toList();
        LOG.warn(
                "Modellerna som gäller saknar {}, som Tidig behöver. Den som starten hade med används tills en processägare publicerar {}.",
                names,
                file);
        var deployment = repository.createDeployment().name("tidig-reserve").source("start");
        deployment.addInputStream(file, new ByteArrayInputStream(brought.bytes(file)));
        forms(model).stream()
                .map(form -> "forms/" + form + ".form")
                .filter(brought::has)
                .forEach(form -> deployment.addInputStream(form, new ByteArrayInputStream(brought.bytes(form))));
        deployment.deploy();
    }

    private static List<String> forms(BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getCamundaFormRef)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static BpmnModelInstance model(Bundle bundle, String file) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)));
    }
}
