package se.tidig.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tidig.TidigTest;

/** A job that fails is one line in the log; the engine's three hundred stand in Cockpit. */
@TidigTest
@ExtendWith(OutputCaptureExtension.class)
class OneLineForAFailureTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void aFailedJobIsOneLineInTheLogAndItsTraceIsKept(CapturedOutput log) {
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "failing.bpmn",
                        Bpmn.createExecutableProcess("failing")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("serviceTask_fails")
                                .camundaAsyncBefore()
                                .camundaExpression("${unknown.value}")
                                .endEvent()
                                .done())
                .deploy();
        try {
            runtime.startProcessInstanceByKey("failing");
            var job = management.createJobQuery().active().messages().singleResult();
            var before = log.getAll().length();

            assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(ProcessEngineException.class);

            var told = log.getAll().substring(before).lines().toList();
            assertThat(told).hasSize(1);
            assertThat(LoggerFactory.getLogger("org.camunda.bpm.engine.jobexecutor")
                            .isWarnEnabled())
                    .as("the executor would add its own")
                    .isFalse();
            assertThat(told.get(0)).contains("Jobbet " + job.getId() + " vid serviceTask_fails", "misslyckades");
            assertThat(management.getJobExceptionStacktrace(job.getId())).contains("\tat org.camunda.");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
