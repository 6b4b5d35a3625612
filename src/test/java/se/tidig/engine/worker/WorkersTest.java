package se.tidig.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;
import se.tidig.engine.WorkerAccount;

@TidigTest
@ExtendWith(OutputCaptureExtension.class)
class WorkersTest {

    @LocalServerPort
    int port;

    @Autowired
    WorkerAccount account;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ExternalTaskService external;

    /** Each worker waits for the answer to its request for work, and stopping Tidig waits for the workers. */
    @Test
    void idleWorkersStopWithinSeconds() {
        var workers = new Workers(
                List.of(idle("test.first"), idle("test.second")), account, "http://localhost:" + port + "/engine-rest");
        workers.start();
        // Long enough for both workers to have asked.
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

        var begun = System.nanoTime();
        workers.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(workers.isRunning()).isFalse();
    }

    @Test
    void failingWorkIsOneLineInTheLogAndItsStackTraceIsKept(CapturedOutput log) {
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "failing-work.bpmn",
                        Bpmn.createExecutableProcess("failingWork")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("serviceTask_fails")
                                .camundaExternalTask("test.failing")
                                .endEvent()
                                .done())
                .deploy();
        var workers = new Workers(List.of(failing()), account, "http://localhost:" + port + "/engine-rest");
        try {
            runtime.startProcessInstanceByKey("failingWork");
            var before = log.getAll().length();
            workers.start();
            var task =
                    external.createExternalTaskQuery().topicName("test.failing").withRetriesLeft();
            for (int waited = 0; waited < 100 && task.singleResult().getErrorMessage() == null; waited++) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }

            assertThat(log.getAll().substring(before).lines())
                    .singleElement(STRING)
                    .contains("test.failing", "4 tries left: Servern svarar inte. Försök igen.");
            assertThat(external.getExternalTaskErrorDetails(task.singleResult().getId()))
                    .contains("\tat se.tidig.engine.worker.WorkersTest");
        } finally {
            workers.stop();
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private static TopicWorker failing() {
        return new TopicWorker() {
            @Override
            public String topic() {
                return "test.failing";
            }

            @Override
            public Map<String, Object> work(TopicTask task) {
                throw new IllegalStateException("Servern svarar inte.\nFörsök igen.");
            }
        };
    }

    private static TopicWorker idle(String topic) {
        return new TopicWorker() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public Map<String, Object> work(TopicTask task) {
                throw new AssertionError("There is nothing to do.");
            }
        };
    }
}
