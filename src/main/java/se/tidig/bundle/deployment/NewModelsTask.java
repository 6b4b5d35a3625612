package se.tidig.bundle.deployment;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;

/** Gives process owners the task *Nya medföljande modeller*, unless they already have it. */
@Component
class NewModelsTask {

    static final String PROCESS = "new-models";

    private static final List<String> FILES = List.of("processes/new-models.bpmn", "forms/new-models.form");

    private final RepositoryService repository;
    private final ObjectProvider<RuntimeService> runtime;

    NewModelsTask(RepositoryService repository, ObjectProvider<RuntimeService> runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    void give() {
        var engine = runtime.getObject();
        if (engine.createProcessInstanceQuery().processDefinitionKey(PROCESS).count() > 0) {
            return;
        }
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .count()
                == 0) {
            deployPackaged();
        }
        engine.startProcessInstanceByKey(PROCESS, PROCESS);
    }

    /** Models that owners published under an earlier program lack the process, so it is deployed separately. */
    private void deployPackaged() {
        var packaged = Bundle.packaged();
        var deployment = repository.createDeployment().name("tidig-" + PROCESS);
        FILES.forEach(file -> deployment.addInputStream(file, new ByteArrayInputStream(packaged.bytes(file))));
        deployment.deploy();
    }
}
