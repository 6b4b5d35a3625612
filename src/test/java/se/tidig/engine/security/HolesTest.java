package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.Browser.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/**
 * Known vulnerabilities of the engine. Each test first shows that an engine with Camunda's defaults obeys a request,
 * and then sends the same request to Tidig.
 */
@TidigTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HolesTest {

    /** An expression that calls methods of Java objects; its value is the assignee of one task. */
    private static final String EXPRESSION = "${''.getClass().getName()}";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private OpenDoors doors;

    private BareEngine bare;
    private Browser rest;
    private Browser webapp;

    @BeforeAll
    void startBareEngine() {
        bare = new BareEngine(dataSource);
    }

    @AfterAll
    void stopBareEngine() {
        bare.close();
        jdbc.update("delete from engine.act_ru_filter where name_ like 'Test%'");
        jdbc.update("delete from engine.act_id_membership");
        jdbc.update("delete from engine.act_id_user");
        jdbc.update("delete from engine.act_id_group");
    }

    @BeforeEach
    void assignATask() {
        var tasks = bare.engine().getTaskService();
        var task = tasks.newTask();
        task.setAssignee("java.lang.String");
        tasks.saveTask(task);
        // The bare engine has its own users.
        var identity = bare.engine().getIdentityService();
        if (identity.createUserQuery().userId("admin").count() == 0) {
            identity.saveUser(identity.newUser("admin"));
        }
        rest = new Browser(port).with("admin", DemoStaff.PASSWORD);
        webapp = new Browser(port);
        webapp.login("admin", DemoStaff.PASSWORD);
        webapp.get("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orQueries':[{'assigneeExpression':'X'}]}",
                "{'orQueries':[{'name':'none','assigneeExpression':'X'}]}",
                "{'orQueries':[{'name':'a','assigneeLike':'java%'},{'assigneeExpression':'X'}]}",
            })
    void anExpressionInAnOrQueryIsNotEvaluated(String template) {
        var query = query(template);
        for (var kind : List.of("task", "task/count")) {
            assertThat(found(rest.postJson("/engine-rest/engine/bare/" + paged(kind), query)))
                    .as("evaluated by a default engine")
                    .isEqualTo(1);
            assertThat(found(webapp.postJson("/camunda/api/engine/engine/bare/" + paged(kind), query)))
                    .isEqualTo(1);

            assertRefused(rest.postJson("/engine-rest/" + paged(kind), query));
            assertRefused(rest.postJson("/engine-rest/engine/default/" + paged(kind), query));
            assertRefused(webapp.postJson("/camunda/api/engine/engine/default/" + paged(kind), query));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "assigneeLikeExpression",
                "ownerExpression",
                "candidateUserExpression",
                "involvedUserExpression",
                "candidateGroupExpression",
                "candidateGroupsExpression",
                "processInstanceBusinessKeyExpression",
                "processInstanceBusinessKeyLikeExpression",
                "dueDateExpression",
                "dueAfterExpression",
                "dueBeforeExpression",
                "followUpDateExpression",
                "followUpAfterExpression",
                "followUpBeforeExpression",
                "followUpBeforeOrNotExistentExpression",
                "createdOnExpression",
                "createdAfterExpression",
                "createdBeforeExpression",
            })
    void noFieldOfAnOrQueryIsEvaluated(String field) {
        assertRefused(rest.postJson(
                "/engine-rest/task/count", "{\"orQueries\":[{\"" + field + "\":\"" + EXPRESSION + "\"}]}"));
        assertRefused(rest.postJson("/engine-rest/task/count", "{\"" + field + "\":\"" + EXPRESSION + "\"}"));
    }

    @Test
    void anExpressionInAStoredFilterIsNotEvaluated() {
        for (var template : List.of("{'assigneeExpression':'X'}", "{'orQueries':[{'assigneeExpression':'X'}]}")) {
            var filter =
                    "{\"resourceType\":\"Task\",\"name\":\"Test\",\"query\":" + query(template) + ",\"properties\":{}}";
            var stored = json(rest.postJson("/engine-rest/engine/bare/filter/create", filter))
                    .get("id")
                    .asText();
            assertThat(found(rest.get("/engine-rest/engine/bare/filter/" + stored + "/count")))
                    .isEqualTo(1);

            // The same row, read through Tidig's engine.
            assertRefused(rest.get("/engine-rest/filter/" + stored + "/count"));
            assertRefused(rest.get("/engine-rest/filter/" + stored + "/list?maxResults=1"));
            assertRefused(rest.get("/engine-rest/filter/" + stored + "/singleResult"));
            assertRefused(webapp.get("/camunda/api/engine/engine/default/filter/" + stored + "/list?maxResults=1"));
        }
    }

    @Test
    void anExpressionThatExtendsAFilterIsNotEvaluated() {
        var filter = "{\"resourceType\":\"Task\",\"name\":\"Test\",\"query\":{},\"properties\":{}}";
        var id = json(rest.postJson("/engine-rest/engine/bare/filter/create", filter))
                .get("id")
                .asText();
        var extension = query("{'orQueries':[{'assigneeExpression':'X'}]}");
        assertThat(found(rest.postJson("/engine-rest/engine/bare/filter/" + id + "/count", extension)))
                .isEqualTo(1);

        assertRefused(rest.postJson("/engine-rest/filter/" + id + "/count", extension));
        assertRefused(rest.postJson("/engine-rest/filter/" + id + "/list?maxResults=1", extension));
        assertRefused(
                webapp.postJson("/camunda/api/engine/engine/default/filter/" + id + "/list?maxResults=1", extension));
    }

    @Test
    void onlyAdministratorsStoreFilters() {
        var filter = "{\"resourceType\":\"Task\",\"name\":\"Test\",\"query\":{},\"properties\":{}}";
        for (var person : List.of("officerK1", "deciderK", "processOwner", "coordinator")) {
            var client = new Browser(port).with(person, DemoStaff.PASSWORD);
            assertThat(client.postJson("/engine-rest/filter/create", filter).statusCode())
                    .isEqualTo(403);
        }
        assertThat(rest.postJson("/engine-rest/filter/create", filter).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyBecomesAdministratorThroughTheSetUpPage() {
        var visitor = new Browser(port);
        var user = "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},"
                + "\"credentials\":{\"password\":\"mallory1\"}}";
        var made = doors.whileOpen(() -> {
            visitor.get("/camunda/app/admin/");
            assertThat(visitor.cookie("XSRF-TOKEN")).as("a valid token").isPresent();
            return visitor.postJson("/camunda/api/admin/setup/bare/user/create", user);
        });
        assertThat(made.statusCode()).isEqualTo(204);
        var identity = bare.engine().getIdentityService();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(1);
        identity.deleteUser("mallory");

        for (var engine : List.of("bare", "default")) {
            var path = "/camunda/api/admin/setup/" + engine + "/user/create";
            assertThat(visitor.postJson(path, user).statusCode()).isEqualTo(401);
            assertThat(webapp.postJson(path, user).statusCode())
                    .as("an administrator")
                    .isEqualTo(403);
        }
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
        assertThat(doors.whileOpen(() -> visitor.postJson("/camunda/api/admin/setup/default/user/create", user))
                        .statusCode())
                .as("Tidig's engine accepts no users, even without the filters")
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void restRequiresAPassword() {
        var visitor = new Browser(port);
        assertThat(doors.whileOpen(() -> visitor.get("/engine-rest/task/count")).statusCode())
                .isEqualTo(200);

        for (var path : List.of(
                "/engine-rest/task/count",
                "/engine-rest/engine/default/task/count",
                "/engine-rest/engine",
                "/engine-rest/version")) {
            assertThat(visitor.get(path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aSerializedJavaObjectIsRejected() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("harmless")));
        }
        var variable = "{\"type\":\"Object\",\"value\":\"" + Base64.getEncoder().encodeToString(bytes.toByteArray())
                + "\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}";
        var instance = instance();
        var path = "process-instance/" + instance + "/variables/smuggled";
        var taken = rest.send("PUT", "/engine-rest/engine/bare/" + path, "application/json", variable);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
        assertThat(rest.send("DELETE", "/engine-rest/engine/bare/" + path, "text/plain", "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(rest.send("PUT", "/engine-rest/" + path, "application/json", variable)
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(rest.get("/engine-rest/engine/bare/" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void aJsonDocumentCannotChooseItsClass() {
        var variable =
                "{\"type\":\"Object\",\"value\":\"{\\\"song\\\":\\\"la\\\"}\",\"valueInfo\":{\"objectTypeName\":\""
                        + Canary.class.getName() + "\",\"serializationDataFormat\":\"application/json\"}}";
        var path = "process-instance/" + instance() + "/variables/smuggled";
        rest.send("PUT", "/engine-rest/engine/bare/" + path, "application/json", variable);
        Canary.SUNG.set(0);
        rest.get("/engine-rest/engine/bare/" + path);
        assertThat(Canary.SUNG).as("created by a default engine").hasPositiveValue();

        Canary.SUNG.set(0);
        var answer = rest.get("/engine-rest/" + path);

        assertThat(Canary.SUNG).hasValue(0);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }

    /** A person may not send the expressions that stored task lists use, nor any other. */
    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()}", "${dateTime().minusDays(1)}", "officerK1"})
    void anOrQueryMayNotUseTheExpressionsOfStoredTaskLists(String expression) {
        var query = "{\"orQueries\":[{\"assigneeExpression\":\"" + expression + "\"}]}";
        var lists = json(rest.get("/engine-rest/filter?maxResults=10"));
        var list = lists.get(0).get("id").asText();
        for (var path : List.of("task?maxResults=1", "task/count", "filter/" + list + "/list?maxResults=1")) {
            assertRefused(rest.postJson("/engine-rest/" + path, query));
            assertRefused(webapp.postJson("/camunda/api/engine/engine/default/" + path, query));
        }
        assertThat(rest.get("/engine-rest/filter/" + list + "/count").statusCode())
                .as("the stored list itself")
                .isEqualTo(200);
    }

    private String instance() {
        var model = Bpmn.createExecutableProcess("holes")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask()
                .endEvent()
                .done();
        bare.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance("holes.bpmn", model)
                .enableDuplicateFiltering(true)
                .name("holes")
                .deploy();
        return bare.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("holes")
                .getId();
    }

    private static String query(String template) {
        return template.replace('\'', '"').replace("X", EXPRESSION);
    }

    private static String paged(String kind) {
        return kind.equals("task") ? "task?maxResults=10" : kind;
    }

    private static int found(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var body = json(response);
        return body.isArray() ? body.size() : body.get("count").asInt();
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json(response).get("message").asText()).containsIgnoringCase("expressions are forbidden");
    }
}
