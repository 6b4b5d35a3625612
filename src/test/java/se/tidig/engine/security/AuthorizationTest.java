package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.Browser.json;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/**
 * What each group may do over REST, on a case in Blekinge with a task for officers and one for deciders. 400 comes from
 * the form gate, which refuses before the engine checks the person; 403 comes from the engine's authorization. {@link
 * EngineAuthorizationTest} tests what the engine refuses without the gate.
 */
@TidigTest
class AuthorizationTest {

    private static final int BY_THE_GATE = 400;
    private static final int BY_THE_ENGINE = 403;

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Play play;

    @Autowired
    private AuthorizedCase blekinge;

    private String instance;
    private String task;
    private String decision;

    @BeforeEach
    void begin() {
        instance = blekinge.begin(AuthorizedCase.drawn()
                .parallelGateway("gateway_both")
                .userTask("userTask_assess")
                .camundaCandidateGroups("caseOfficers")
                .endEvent()
                .moveToNode("gateway_both")
                .userTask("userTask_decide")
                .camundaCandidateGroups("decisionMakers")
                .endEvent()
                .done());
        task = play.task("userTask_assess", "K-1").getId();
        decision = play.task("userTask_decide", "K-1").getId();
    }

    @AfterEach
    void remove() {
        blekinge.remove();
    }

    private Browser rest(String person) {
        return new Browser(port).with(person, DemoStaff.PASSWORD);
    }

    private int post(String person, String path, String json) {
        return rest(person).postJson("/engine-rest/" + path, json).statusCode();
    }

    /** A client may leave out the size, as the engine's own interface allows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "task",
                "task?processInstanceBusinessKey=K-1",
                "task?firstResult=0",
                "engine/default/process-instance",
                "process-definition?latestVersion=true",
                "external-task",
                "incident",
                "filter",
                "history/task",
                "history/activity-instance",
                "metrics",
            })
    void aListWithoutASizeIsAnswered(String list) {
        var admin = new Browser(port).with("admin", DemoStaff.PASSWORD);
        var answer = admin.get("/engine-rest/" + list);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).isArray()).isTrue();
        assertThat(admin.postJson("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
        assertThat(admin.get("/engine-rest/task?maxResults=2001").statusCode())
                .as("more rows than the engine allows")
                .isEqualTo(400);
    }

    @Test
    void onlyItsGroupAtItsBoardSeesATask() {
        for (var person : List.of("officerK1", "officerK2")) {
            assertThat(json(rest(person).get("/engine-rest/task/count"))
                            .get("count")
                            .asInt())
                    .isEqualTo(1);
        }
        for (var person : List.of("officerH1", "registrarK", "financeK1", "processOwner", "coordinator")) {
            assertThat(json(rest(person).get("/engine-rest/task/count"))
                            .get("count")
                            .asInt())
                    .as(person)
                    .isZero();
            assertThat(rest(person).get("/engine-rest/task/" + task).statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
    }

    @Test
    void theStandardTaskListsShowMyTasksFreeTasksAndAllTasksOfMyGroups() {
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(place -> listed("officerK1", place)))
                .containsExactly(0, 1, 1);
        assertThat(listed("officerH1", 2)).isZero();

        assertThat(post("officerK1", "task/" + task + "/claim", "{\"userId\":\"officerK1\"}"))
                .isEqualTo(204);

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(place -> listed("officerK1", place)))
                .containsExactly(1, 0, 1);
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(place -> listed("officerK2", place)))
                .containsExactly(0, 0, 1);
    }

    private int listed(String person, int place) {
        var names = List.of("Mina uppgifter", "Min grupps lediga uppgifter", "Alla mina gruppers uppgifter");
        var filters = json(rest(person).get("/engine-rest/filter?maxResults=50"));
        for (var filter : filters) {
            if (filter.get("name").asText().equals(names.get(place - 1))) {
                var id = filter.get("id").asText();
                return json(rest(person).get("/engine-rest/filter/" + id + "/count"))
                        .get("count")
                        .asInt();
            }
        }
        throw new AssertionError("No filter " + names.get(place - 1) + " for " + person);
    }

    @Test
    void aCandidateMayOnlyClaimAndReturnATask() {
        var officer = rest("officerK1");
        var path = "/engine-rest/task/" + task;
        assertThat(post("officerK1", "task/" + task + "/assignee", "{\"userId\":\"officerK2\"}"))
                .isEqualTo(BY_THE_ENGINE);
        assertThat(post("officerK1", "task/" + task + "/delegate", "{\"userId\":\"officerK2\"}"))
                .isEqualTo(BY_THE_GATE);
        assertThat(officer.send("PUT", path + "/variables/x", "application/json", "{\"value\":1}")
                        .statusCode())
                .isEqualTo(BY_THE_GATE);
        assertThat(officer.send("PUT", path, "application/json", "{\"name\":\"other\"}")
                        .statusCode())
                .isEqualTo(BY_THE_ENGINE);
        assertThat(post(
                        "officerK1",
                        "task/" + task + "/identity-links",
                        "{\"userId\":\"officerH1\",\"type\":\"candidate\"}"))
                .isEqualTo(BY_THE_ENGINE);
        var untouched = play.task("userTask_assess", "K-1");
        assertThat(untouched.getAssignee()).isNull();
        assertThat(untouched.getName()).isNotEqualTo("other");
        assertThat(tasks.getVariables(task)).doesNotContainKey("x");
        assertThat(tasks.getIdentityLinksForTask(task)).hasSize(1);

        assertThat(post("officerK1", "task/" + task + "/claim", "{\"userId\":\"officerK1\"}"))
                .isEqualTo(204);
        assertThat(post("officerK1", "task/" + task + "/unclaim", "{}")).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "officerH1", "deciderH", "registrarK", "headK", "coordinator", "processOwner"})
    void nobodyElseClaimsOrCompletesADecidersTask(String person) {
        var take = "{\"userId\":\"" + person + "\"}";
        for (var road : Map.of(
                        "claim", take,
                        "unclaim", "{}",
                        "assignee", take,
                        "complete", "{}",
                        "submit-form", "{}",
                        "bpmnError", "{\"errorCode\":\"x\"}",
                        "bpmnEscalation", "{\"escalationCode\":\"x\"}")
                .entrySet()) {
            var refused = rest(person).postJson("/engine-rest/task/" + decision + "/" + road.getKey(), road.getValue());
            assertThat(refused.statusCode()).as(road.getKey()).isEqualTo(BY_THE_ENGINE);
            assertThat(json(refused).get("message").asText())
                    .as(road.getKey())
                    .isEqualTo("Du har inte behörighet till detta. Be en administratör om den behörighet som saknas.");
        }
        assertThat(rest(person).get("/engine-rest/task/" + decision).statusCode())
                .isEqualTo(404);
        for (var page : List.of("/form-variables", "/form", "/deployed-form", "/variables")) {
            var refused = rest(person).get("/engine-rest/task/" + decision + page);
            assertThat(refused.statusCode()).as(page + refused.body()).isEqualTo(BY_THE_ENGINE);
            assertThat(refused.body()).doesNotContain("länsstyrelse", "Tilldelad", "deciderK");
        }
        assertThat(play.task("userTask_decide", "K-1").getAssignee()).isNull();

        assertThat(post("deciderK", "task/" + decision + "/claim", "{\"userId\":\"deciderK\"}"))
                .isEqualTo(204);
        var taken = rest(person).postJson("/engine-rest/task/" + decision + "/claim", take);
        assertThat(taken.statusCode()).isEqualTo(BY_THE_ENGINE);
        assertThat(taken.body()).as("the name of the assignee").doesNotContain("Bo Lund", "deciderK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "officerH1", "admin"})
    void everybodyGetsTheSameAnswerForATaskThatDoesNotExist(String person) {
        for (var road : List.of("claim", "complete", "submit-form")) {
            var answer =
                    rest(person).postJson("/engine-rest/task/never-was/" + road, "{\"userId\":\"" + person + "\"}");
            assertThat(answer.statusCode()).as(road).isEqualTo(BY_THE_GATE);
            assertThat(json(answer).get("message").asText())
                    .isEqualTo("Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "deciderK", "headK", "registrarK", "financeK1", "coordinator", "processOwner"})
    void onlyAdministratorsChangeACasePastItsModel(String person) {
        var rest = rest(person);
        var path = "process-instance/" + instance;
        assertThat(rest.send(
                                "PUT",
                                "/engine-rest/" + path + "/variables/outcome",
                                "application/json",
                                "{\"value\":\"ELIGIBLE\"}")
                        .statusCode())
                .isEqualTo(BY_THE_GATE);
        assertThat(post(
                        person,
                        path + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_decide\"}]}"))
                .isEqualTo(BY_THE_GATE);
        assertThat(rest.send("DELETE", "/engine-rest/" + path, "text/plain", "").statusCode())
                .isEqualTo(BY_THE_GATE);
        assertThat(post(person, "message", "{\"messageName\":\"application.granted\",\"businessKey\":\"K-1\"}"))
                .isEqualTo(BY_THE_GATE);
        assertThat(rest.send("PUT", "/engine-rest/" + path + "/suspended", "application/json", "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(BY_THE_ENGINE);
        assertThat(post(
                        person,
                        "authorization/create",
                        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + person
                                + "\",\"resourceType\":8,\"resourceId\":\"*\"}"))
                .isEqualTo(BY_THE_ENGINE);
        assertThat(post(
                        person,
                        "user/create",
                        "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"x\"}}"))
                .isEqualTo(BY_THE_ENGINE);
        assertThat(runtime.createVariableInstanceQuery().variableName("outcome").count())
                .isZero();
        var left =
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        assertThat(left.isSuspended()).isFalse();
        assertThat(play.openTasks("K-1")).containsExactly("userTask_assess", "userTask_decide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "coordinator", "deciderK", "processOwner"})
    void aPersonWhoMayNotStartAProcessIsRefused(String person) {
        assertThat(post(person, "process-definition/key/authorized/start", "{}"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "officerK1, 403",
        "deciderK, 403",
        "headK, 403",
        "registrarK, 403",
        "financeK1, 403",
        "financeK2, 403",
        "coordinator, 403",
        "processOwner, 200",
        "admin, 200",
    })
    void onlyProcessOwnersAndAdministratorsDeploy(String person, int status) {
        var rest = rest(person).postMultipart("/engine-rest/deployment/create", "rule.txt", "harmless");
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        var webapp =
                browser.postMultipart("/camunda/api/engine/engine/default/deployment/create", "rule.txt", "harmless");
        if (status == 403) {
            assertThat(rest.statusCode()).isEqualTo(403);
            assertThat(webapp.statusCode()).isEqualTo(403);
            assertThat(repository
                            .createDeploymentQuery()
                            .deploymentName("rule.txt")
                            .count())
                    .isZero();
        } else {
            // The check of the bundle decides whether the content may be deployed.
            assertThat(rest.statusCode()).isNotIn(401, 403);
            assertThat(webapp.statusCode()).isNotIn(401, 403);
            repository
                    .createDeploymentQuery()
                    .deploymentName("rule.txt")
                    .list()
                    .forEach(made -> repository.deleteDeployment(made.getId(), true));
        }
    }

    @Test
    void anAdministratorSeesIncidentsAndAProcessOwnerSeesTheirNumber() {
        assertThat(rest("admin")
                        .get("/engine-rest/process-instance/" + instance)
                        .statusCode())
                .isEqualTo(200);
        assertThat(rest("processOwner")
                        .get("/engine-rest/process-instance/" + instance)
                        .statusCode())
                .isEqualTo(404);
        var definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        var counted = json(rest("processOwner").get("/engine-rest/process-definition/" + definition + "/statistics"));
        assertThat(counted.toString()).contains("\"instances\":1").doesNotContain(instance);
        assertThat(rest("officerK1")
                        .get("/engine-rest/process-instance/" + instance)
                        .statusCode())
                .isEqualTo(404);
        for (var app : List.of("cockpit", "admin")) {
            assertThat(openApp("admin", app)).isEqualTo(200);
            assertThat(openApp("officerK1", app)).isIn(302, 403);
        }
        assertThat(openApp("processOwner", "cockpit")).isEqualTo(200);
        assertThat(openApp("processOwner", "admin")).isIn(302, 403);
    }

    @Test
    void staffSeeOnlyThePeopleOfTheirOwnBoards() {
        assertThat(rest("admin").get("/engine-rest/user").body())
                .as("all people")
                .contains("\"officerH1\"", "\"officerK1\"", "\"headF\"");
        var seen = rest("officerH1").get("/engine-rest/user").body();
        assertThat(seen).contains("\"officerH1\"", "\"headH\"").doesNotContain("officerK1", "headF");
        assertThat(rest("officerK1").get("/engine-rest/user").body()).contains("\"officerK2\"");
        for (var list : List.of("user?id=officerK1", "group?member=officerK1", "user?firstNameLike=%25&id=officerK1")) {
            for (var colleague : List.of("admin", "officerK2")) {
                assertThat(json(rest(colleague).get("/engine-rest/" + list)).size())
                        .as(colleague + " " + list)
                        .isEqualTo(1);
            }
            assertThat(rest("officerH1").get("/engine-rest/" + list).body())
                    .as(list)
                    .isEqualTo("[]");
        }
        assertThat(rest("officerK2").get("/engine-rest/user/officerK1/profile").statusCode())
                .isEqualTo(200);
        assertThat(rest("officerH1").get("/engine-rest/user/officerK1/profile").statusCode())
                .isEqualTo(404);
        assertThat(json(rest("officerH1").get("/engine-rest/user/count?memberOfTenant=SEK"))
                        .get("count")
                        .asInt())
                .isLessThan(json(rest("officerK1").get("/engine-rest/user/count?memberOfTenant=SEK"))
                        .get("count")
                        .asInt());
    }

    @Test
    void onlyAdministratorsSeeMetricsOfAllBoards() {
        for (var list : List.of("metrics", "metrics/activity-instance-start/sum", "metrics/task-users/sum")) {
            assertThat(rest("admin").get("/engine-rest/" + list).statusCode()).isEqualTo(200);
            for (var person : List.of("officerK1", "processOwner", "coordinator")) {
                assertThat(rest(person).get("/engine-rest/" + list).statusCode())
                        .as(person + list)
                        .isEqualTo(BY_THE_GATE);
            }
        }
    }

    private int openApp(String person, String app) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser.get("/camunda/app/" + app + "/default/").statusCode();
    }
}
