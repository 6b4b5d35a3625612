package se.tidig.engine.security;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.engine.Variable;

/** A case of Blekinge in its own process, {@value #PROCESS}, for tests of who may do what. */
@Component
class AuthorizedCase {

    static final String PROCESS = "authorized";
    static final String KEY = "K-1";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Play play;
    private String deployment;

    AuthorizedCase(RepositoryService repository, RuntimeService runtime, Play play) {
        this.repository = repository;
        this.runtime = runtime;
        this.play = play;
    }

    /** The position of the first drawn element. */
    static StartEventBuilder drawn() {
        return Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent();
    }

    /** Deploys the process, starts the case and returns the id of its instance. */
    String begin(BpmnModelInstance model) {
        deployment = repository
                .createDeployment()
                .addModelInstance(PROCESS + ".bpmn", model)
                .deploy()
                .getId();
        return runtime.startProcessInstanceByKey(PROCESS, KEY, Map.of(Variable.BOARD, "K", Variable.REFERENCE, KEY))
                .getId();
    }

    /** Removes the process and the case. */
    void remove() {
        play.asNobody();
        repository.deleteDeployment(deployment, true);
    }
}
