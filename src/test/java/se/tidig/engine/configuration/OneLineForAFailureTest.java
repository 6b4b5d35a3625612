package se.tidig.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/** Every failure is one line in the log; the three hundred lines of a job's stack trace are in Cockpit. */
@TidigTest
@ExtendWith(OutputCaptureExtension.class)
class OneLineForAFailureTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ThreadPoolTaskSchedulerCustomizer customizer;

    @LocalServerPort
    int port;

    @Test
    void aFailedJobIsOneLineInTheLogAndItsStackTraceIsKept(CapturedOutput log) {
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
                    .as("otherwise the executor would log it too")
                    .isFalse();
            assertThat(told.get(0)).contains("Jobbet " + job.getId() + " vid serviceTask_fails", "misslyckades");
            assertThat(management.getJobExceptionStacktrace(job.getId())).contains("\tat org.camunda.");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void aFailedPageIsOneLineInTheLog(CapturedOutput log) {
        var told = toldWithout("tidig.call", log, () -> assertThat(new Browser(port).get("/", "Accept", "text/html"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(500))
                .satisfies(answer -> assertThat(answer.body()).contains("<html").doesNotContain("SQL", "Exception")));

        assertThat(told)
                .singleElement(STRING)
                .contains("ERROR", "GET / failed: PSQLException", "(se.tidig.")
                .doesNotContain("\tat ");
        assertThat(LoggerFactory.getLogger("org.thymeleaf.TemplateEngine").isErrorEnabled())
                .as("otherwise a page that cannot be written is logged twice")
                .isFalse();
    }

    @Test
    void aFailedRequestToTheEngineIsOneLineInTheLog(CapturedOutput log) {
        var admin = new Browser(port).with("admin", DemoStaff.PASSWORD);

        var told = toldWithout("engine.act_ru_filter", log, () -> assertThat(
                        admin.get("/engine-rest/filter").statusCode())
                .isEqualTo(500));

        assertThat(told).singleElement(STRING).contains("A request to the engine failed: PSQLException");
    }

    @Test
    void failedScheduledWorkIsOneLineInTheLog(CapturedOutput log) throws Exception {
        var scheduler = new ThreadPoolTaskScheduler();
        customizer.customize(scheduler);
        scheduler.initialize();
        var before = log.getAll().length();
        try {
            scheduler
                    .schedule(
                            () -> {
                                throw new IllegalStateException("Databasen är borta.\nFörsök igen.");
                            },
                            Instant.now())
                    .get(10, TimeUnit.SECONDS);
        } finally {
            scheduler.shutdown();
        }

        assertThat(log.getAll().substring(before).lines())
                .singleElement(STRING)
                .contains("Scheduled work failed: IllegalStateException: Databasen är borta. Försök igen.");
    }

    /** The lines that are logged while the table does not exist. */
    private List<String> toldWithout(String table, CapturedOutput log, Runnable request) {
        var before = log.getAll().length();
        jdbc.sql("alter table " + table + " rename to away").update();
        try {
            request.run();
        } finally {
            var schema = table.substring(0, table.indexOf('.'));
            jdbc.sql("alter table " + schema + ".away rename to " + table.substring(schema.length() + 1))
                    .update();
        }
        return log.getAll().substring(before).lines().toList();
    }
}
