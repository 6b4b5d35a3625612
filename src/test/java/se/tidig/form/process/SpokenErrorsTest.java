package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.form.FormAnswers;

/** Over HTTP a person is told in Swedish what to do, by the engine's REST interface and by the webapps' alike. */
@TidigTest
class SpokenErrorsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private RuntimeService runtime;

    private String taskId;

    @BeforeEach
    void aCaseAtAssessment() {
        models.deploy();
        play.as("registrarK").start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"));
        play.asNobody();
        taskId = play.task("userTask_assess", "T-1").getId();
    }

    private static String root(boolean tasklist) {
        return tasklist ? "/camunda/api/engine/engine/default" : "/engine-rest";
    }

    private Browser as(boolean tasklist, String person) {
        var browser = new Browser(port);
        if (tasklist) {
            browser.login(person, DemoStaff.PASSWORD);
            browser.get("/camunda/app/tasklist/default/");
            return browser;
        }
        return browser.with(person, DemoStaff.PASSWORD);
    }

    private static final String BAD = "{\"variables\":{\"need\":{\"value\":5},\"outcome\":{\"value\":\"GRANT\"}}}";
    private static final String GOOD = "{\"variables\":{\"need\":{\"value\":4},\"outcome\":{\"value\":\"GRANT\"},"
            + "\"grounds\":{\"type\":\"Json\",\"value\":\"[\\\"A\\\"]\"}}}";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForbiddenAnswerIsToldByField(boolean tasklist) {
        var person = as(tasklist, "officerK1");
        for (var road : new String[] {"/submit-form", "/complete"}) {
            var answer = person.postJson(root(tasklist) + "/task/" + taskId + road, BAD);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            JsonNode told = Browser.json(answer);
            assertThat(told.get("message").asText()).isEqualTo("Behov ska vara högst 4.");
            assertThat(told.get("fields").get("need").asText()).isEqualTo("Behov ska vara högst 4.");
            assertThat(told.get("type").asText()).isEqualTo("Rejected");
            assertThat(told.size()).isEqualTo(3);
        }
        assertThat(answers.of(Reference.of("T-1"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGoodAnswerIsTakenAndTheNextPersonIsToldThatItIsDone(boolean tasklist) {
        var done = as(tasklist, "officerK1").postJson(root(tasklist) + "/task/" + taskId + "/submit-form", GOOD);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(answers.ofTask(taskId).orElseThrow().answers().choices("grounds"))
                .containsExactly("A");
        var late = as(tasklist, "officerK2").postJson(root(tasklist) + "/task/" + taskId + "/submit-form", GOOD);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(Browser.json(late).get("message").asText()).isEqualTo("Uppgiften är redan avslutad av någon annan.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFormsVariablesCarryTheCaseContent(boolean tasklist) {
        var shown = as(tasklist, "officerK1")
                .get(root(tasklist) + "/task/" + taskId + "/form-variables?deserializeValues=false");
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        var project = Browser.json(shown).get("formTestProject");
        assertThat(project.get("type").asText()).isEqualTo("Json");
        assertThat(project.get("value").asText()).isEqualTo("{\"name\":\"Svenska på stan, T-1\"}");
        assertThat(Browser.json(shown).get("formTestApplied").get("value").asInt())
                .isEqualTo(181_500);
    }

    static Stream<String[]> forbidden() {
        return Stream.of(
                new String[] {"PUT", "/task/{task}/variables/outcome", "{\"value\":\"GRANT\"}"},
                new String[] {"PUT", "/task/{task}/localVariables/outcome", "{\"value\":\"GRANT\"}"},
                new String[] {"DELETE", "/task/{task}/variables/board", ""},
                new String[] {"DELETE", "/task/{task}/localVariables/board", ""},
                new String[] {
                    "POST",
                    "/task/{task}/variables",
                    "{\"modifications\":{\"outcome\":{\"value\":\"GRANT\"}},\"deletions\":[\"board\"]}"
                },
                new String[] {
                    "POST", "/task/{task}/localVariables", "{\"modifications\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {"POST", "/task/{task}/variables/paper/data", ""},
                new String[] {"PUT", "/process-instance/{instance}/variables/outcome", "{\"value\":\"GRANT\"}"},
                new String[] {
                    "POST",
                    "/process-instance/{instance}/variables",
                    "{\"modifications\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {"DELETE", "/process-instance/{instance}/variables/board", ""},
                new String[] {
                    "POST",
                    "/process-instance/variables-async",
                    "{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {
                    "POST",
                    "/process-instance/{instance}/modification",
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_decide\"}]}"
                },
                new String[] {
                    "POST", "/execution/{instance}/signal", "{\"variables\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {"PUT", "/execution/{instance}/localVariables/outcome", "{\"value\":\"GRANT\"}"},
                new String[] {
                    "POST",
                    "/message",
                    "{\"messageName\":\"call.allClosed\",\"processVariables\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {"POST", "/signal", "{\"name\":\"any\",\"variables\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {"POST", "/task/{task}/resolve", "{\"variables\":{\"outcome\":{\"value\":\"GRANT\"}}}"},
                new String[] {"POST", "/task/{task}/delegate", "{\"userId\":\"officerK2\"}"},
                new String[] {
                    "POST",
                    "/task/{task}/bpmnError",
                    "{\"errorCode\":\"X\",\"variables\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {
                    "POST",
                    "/task/{task}/bpmnEscalation",
                    "{\"escalationCode\":\"X\",\"variables\":{\"outcome\":{\"value\":\"GRANT\"}}}"
                },
                new String[] {
                    "POST",
                    "/process-definition/key/form-test/start",
                    "{\"businessKey\":\"own\",\"variables\":{\"applicant\":{\"value\":\"\"}}}"
                },
                new String[] {
                    "POST",
                    "/process-definition/key/form-test/submit-form",
                    "{\"businessKey\":\"own\",\"variables\":{\"applicant\":{\"value\":\"\"}}}"
                },
                new String[] {
                    "POST",
                    "/process-definition/key/form-test/start",
                    "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_decide\"}]}"
                });
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void everyOtherRoadOfRestIsShutWithWordsThatPeopleUnderstand(String method, String path, String body) {
        var instance = answers.of(Reference.of("T-1")).get(0).processInstance();
        var before = play.variables(TestModels.PROCESS, "T-1");
        var road = path.replace("{task}", taskId).replace("{instance}", instance);
        var person = as(false, "officerK1");
        var answer = path.endsWith("/data")
                ? person.send(
                        method,
                        "/engine-rest" + road,
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.txt\"\r\n\r\nx\r\n--b\r\n"
                                + "Content-Disposition: form-data; name=\"valueType\"\r\n\r\nFile\r\n--b--\r\n")
                : person.send(method, "/engine-rest" + road, "application/json", body.replace("{instance}", instance));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Browser.json(answer).get("type").asText()).as(answer.body()).isEqualTo("Rejected");
        assertThat(Browser.json(answer).get("message").asText())
                .doesNotContain("ENGINE-", "Exception", "Cannot")
                .endsWith(".");
        assertThat(play.variables(TestModels.PROCESS, "T-1")).isEqualTo(before);
        assertThat(play.openTasks("T-1")).containsExactly("userTask_assess");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/{task}/variables",
                "/task/{task}/variables/outcome",
                "/task/{task}/localVariables",
                "/task/{task}/localVariables/outcome",
                "/task/{task}/identity-links",
                "/task/{task}/rendered-form",
                "/execution/{instance}/localVariables",
                "/execution/{instance}/localVariables/outcome",
                "/process-instance/{instance}/variables",
                "/process-instance/{instance}/variables/outcome"
            })
    void whatIsOverIsNotFoundInsteadOfAFaultOfTheServer(String path) {
        var instance = answers.of(Reference.of("T-1")).get(0).processInstance();
        runtime.deleteProcessInstance(instance, "over");
        var road = path.replace("{task}", taskId).replace("{instance}", instance);
        for (var tasklist : new boolean[] {false, true}) {
            var answer = as(tasklist, "officerK1").get(root(tasklist) + road);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(Browser.json(answer).get("message").asText())
                    .startsWith("Det du frågar efter finns inte längre");
        }
    }

    @Test
    void theFormOfATaskThatIsOverIsToldOfInSwedish() {
        runtime.deleteProcessInstance(answers.of(Reference.of("T-1")).get(0).processInstance(), "over");
        for (var road : new String[] {"/form", "/form-variables", "/deployed-form"}) {
            var answer = as(false, "officerK1").get("/engine-rest/task/" + taskId + road);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Browser.json(answer).get("message").asText())
                    .isEqualTo("Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
        }
    }

    @Test
    void otherFaultsOfARequestStayTheEnginesForPrograms() {
        var answer = as(false, "admin").get("/engine-rest/process-definition/key/none/xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(Browser.json(answer).get("message").asText()).startsWith("No matching process definition");
    }

    @Test
    void whoHasNoRightIsToldInSwedish() {
        var answer = as(false, "financeK1").postJson("/engine-rest/task/" + taskId + "/complete", GOOD);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).get("message").asText()).startsWith("Du har inte behörighet");
    }
}
