package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.engine.DemoStaff;

/** Publishing to a running system by files: what is removed, and the way back to an earlier version. */
@TidigTest
class PublishingTest {

    private static final String OWN = "processes/own-review.bpmn";

    @Autowired
    OwnersDesk desk;

    @Autowired
    Play play;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aProcessThatIsRemovedStartsNoMoreAndTheCasesOfItGoOn() {
        publish(Map.of(OWN, ownReview()));
        assertThat(startTimers("own-review")).isOne();
        var running = runtime.createProcessInstanceByKey("own-review")
                .businessKey("own")
                .startBeforeActivity("userTask_takeIn")
                .execute();

        var removed = publish(Map.of(Bundle.DESCRIPTION, removing(OWN)));

        assertThat(removed).isEqualTo(200);
        assertThat(files()).doesNotContain(OWN);
        assertThat(startTimers("own-review")).isZero();
        assertThat(startTimers("rule-review")).as("the others go on").isOne();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("own-review")
                        .startableInTasklist()
                        .count())
                .isZero();
        play.as("processOwner");
        play.complete("userTask_takeIn", "own", Map.of("newModelsNote", "Genomgånget."));
        play.asNobody();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(running.getId())
                        .count())
                .isZero();
    }

    @Test
    void aFileThatIsUsedIsNotRemovedAndNothingIsPublished() {
        var before = desk.versions("application");
        var answer = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postFiles(
                        "/engine-rest/deployment/create",
                        "ta bort",
                        new TreeMap<>(Map.of("bundle.yaml", removing("forms/letters/parts/grant-terms.html"))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("grant-terms");
        assertThat(desk.versions("application")).isEqualTo(before);
    }

    @Test
    void anOwnerGoesBackToAnEarlierVersionAsItWas() {
        var first = latest();
        publish(Map.of(OWN, ownReview()));
        assertThat(files()).contains(OWN);

        var answer = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postJson("/engine-rest/deployment/" + first + "/redeploy", "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(latest()).isNotEqualTo(first);
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(repository.getDeploymentResourceNames(first))
                .doesNotContain(OWN);
        assertThat(startTimers("own-review")).isZero();
    }

    private int publish(Map<String, byte[]> files) {
        var named = new TreeMap<String, byte[]>();
        files.forEach((file, bytes) -> named.put(file.substring(file.lastIndexOf('/') + 1), bytes));
        var answer = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postFiles("/engine-rest/deployment/create", "min ändring", named);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        play.asNobody();
        return answer.statusCode();
    }

    /** A process of the owner's own that begins every January. */
    private static byte[] ownReview() {
        return Bundle.packaged()
                .text("processes/new-models.bpmn")
                .replace("bpmn:process id=\"new-models\"", "bpmn:process id=\"own-review\"")
                .replace("bpmnElement=\"new-models\"", "bpmnElement=\"own-review\"")
                .replace(
                        "<bpmn:outgoing>flow_offered_takeIn</bpmn:outgoing>",
                        """
                        <bpmn:extensionElements>
                          <camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M</camunda:failedJobRetryTimeCycle>
                        </bpmn:extensionElements>
                        <bpmn:outgoing>flow_offered_takeIn</bpmn:outgoing>
                        <bpmn:timerEventDefinition id="timerEventDefinition_yearly">
                          <bpmn:timeCycle xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">R/2027-01-01T06:00:00Z/P1Y</bpmn:timeCycle>
                        </bpmn:timerEventDefinition>""")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] removing(String file) {
        return (Bundle.packaged().text(Bundle.DESCRIPTION) + "\nremoved:\n  - " + file + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private long startTimers(String process) {
        play.asNobody();
        return management.createJobQuery().processDefinitionKey(process).timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .count();
    }

    private List<String> files() {
        return repository.getDeploymentResourceNames(latest());
    }

    private String latest() {
        play.asNobody();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("application")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }
}
