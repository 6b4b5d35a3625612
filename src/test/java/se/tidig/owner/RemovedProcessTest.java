package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.engine.DemoStaff;

/** A process that an owner has removed cannot be started by any road over REST; its cases go on. */
@TidigTest
class RemovedProcessTest {

    private static final String KEY = "own-errand";
    private static final String FILE = "processes/own-errand.bpmn";
    private static final String FORM = "forms/own-errand.form";

    @Autowired
    OwnersDesk desk;

    @Autowired
    Play play;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void nobodyStartsARemovedProcessByHand() {
        publish(Map.of(FILE, errand(), FORM, form()));
        var ended = begun("first");
        play.as("processOwner").complete("userTask_takeIn", ended.getBusinessKey(), Map.of("newModelsNote", "Klart."));
        var running = begun("second");
        var roads = roads(ended);
        roads.forEach((road, body) -> assertThat(sent(road, body).body())
                .as("%s gets through while the process is in force", road)
                .doesNotContain("borttagen ur modellerna"));
        assertThat(instances()).isEqualTo(1 + roads.size());

        publish(Map.of(
                Bundle.DESCRIPTION,
                Bundle.packaged().text(Bundle.DESCRIPTION) + "\nremoved:\n  - " + FILE + "\n  - " + FORM + "\n"));

        roads.forEach((road, body) -> {
            var answer = sent(road, body.replace("Ett ärende", "Ett till"));
            assertThat(answer.statusCode()).as(road + " " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).as(road).contains("Processen Eget ärende är borttagen ur modellerna");
        });
        assertThat(instances()).isEqualTo(1 + roads.size());
        play.as("processOwner")
                .complete("userTask_takeIn", running.getBusinessKey(), Map.of("newModelsNote", "Klart."));
        play.asNobody();
        assertThat(instances()).as("what was begun goes on").isEqualTo(roads.size());
    }

    @Test
    void aProcessThatComesBackIsStartedAgain() {
        publish(Map.of(FILE, errand(), FORM, form()));
        publish(Map.of(
                Bundle.DESCRIPTION,
                Bundle.packaged().text(Bundle.DESCRIPTION) + "\nremoved:\n  - " + FILE + "\n  - " + FORM + "\n"));
        var start = "/process-definition/key/" + KEY + "/submit-form";
        assertThat(sent(start, answer("Ett ärende")).statusCode()).isEqualTo(400);

        publish(Map.of(Bundle.DESCRIPTION, Bundle.packaged().text(Bundle.DESCRIPTION), FILE, errand(), FORM, form()));

        assertThat(sent(start, answer("Ett ärende")).statusCode()).isEqualTo(200);
    }

    /** Each road by which an administrator can start a process, with its body. */
    private Map<String, String> roads(ProcessInstance ended) {
        var definition = ended.getProcessDefinitionId();
        var before = "[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_takeIn\"}]";
        var roads = new LinkedHashMap<String, String>();
        roads.put("/process-definition/key/" + KEY + "/start", answer("Ett ärende efter nyckel"));
        roads.put("/process-definition/" + definition + "/start", answer("Ett ärende efter id"));
        roads.put("/process-definition/key/" + KEY + "/submit-form", answer("Ett ärende efter formulär"));
        roads.put("/process-definition/" + definition + "/submit-form", answer("Ett ärende efter formulär och id"));
        roads.put("/engine/default/process-definition/key/" + KEY + "/start", "{\"startInstructions\":" + before + "}");
        roads.put("/process-definition/key/" + KEY + "/start?", "{\"startInstructions\":" + before + "}");
        roads.put(
                "/process-definition/" + definition + "/restart",
                "{\"processInstanceIds\":[\"" + ended.getId() + "\"],\"instructions\":" + before + "}");
        return roads;
    }

    private static String answer(String about) {
        return "{\"variables\":{\"ownErrand\":{\"value\":\"" + about + "\"}}}";
    }

    private HttpResponse<String> sent(String road, String body) {
        return new Browser(port).with("admin", DemoStaff.PASSWORD).postJson("/engine-rest" + road, body);
    }

    private ProcessInstance begun(String key) {
        play.asNobody();
        return runtime.createProcessInstanceByKey(KEY)
                .businessKey(key)
                .startBeforeActivity("userTask_takeIn")
                .execute();
    }

    private long instances() {
        play.asNobody();
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count();
    }

    private void publish(Map<String, String> files) {
        var named = new TreeMap<String, byte[]>();
        files.forEach((file, text) ->
                named.put(file.substring(file.lastIndexOf('/') + 1), text.getBytes(StandardCharsets.UTF_8)));
        var answer = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postFiles("/engine-rest/deployment/create", "min ändring", named);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String errand() {
        return Bundle.packaged()
                .text("processes/new-models.bpmn")
                .replace(
                        "bpmn:process id=\"new-models\" name=\"Nya medföljande modeller\"",
                        "bpmn:process id=\"" + KEY + "\" name=\"Eget ärende\"")
                .replace(" camunda:isStartableInTasklist=\"false\"", "")
                .replace("bpmnElement=\"new-models\"", "bpmnElement=\"" + KEY + "\"")
                .replace(
                        "<bpmn:startEvent id=\"startEvent_offered\"",
                        "<bpmn:startEvent id=\"startEvent_offered\" camunda:formRef=\"" + KEY
                                + "\" camunda:formRefBinding=\"deployment\"");
    }

    private static String form() {
        return """
                {"id": "own-errand", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "textfield", "id": "textfield_ownErrand", "key": "ownErrand",
                   "label": "Vad ärendet gäller", "validate": {"required": true, "maxLength": 200}}]}
                """;
    }
}
