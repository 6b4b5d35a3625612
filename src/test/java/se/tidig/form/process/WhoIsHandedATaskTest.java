package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.engine.DemoStaff;

/** An administrator hands a task to people of its group and board who may do it, by whatever road. */
@TidigTest
class WhoIsHandedATaskTest {

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    TaskService tasks;

    Reference reference;
    String task;

    @BeforeEach
    void officerK1HasDeclaredAConflict() {
        reference = cases.received();
        play.as("officerK1").complete(ApplicationPlay.CHECK, reference.value(), AssessmentFixture.conflict("declared"));
        play.asNobody();
        task = play.task(ApplicationPlay.CHECK, reference.value()).getId();
    }

    private HttpResponse<String> admin(String method, String road, String body) {
        return new Browser(port)
                .with("admin", DemoStaff.PASSWORD)
                .send(method, "/engine-rest/task/" + task + road, "application/json", body);
    }

    private List<HttpResponse<String>> handTo(String person) {
        return roads(person).stream().map(Supplier::get).toList();
    }

    private List<Supplier<HttpResponse<String>>> roads(String person) {
        return List.of(
                () -> admin("POST", "/assignee", "{\"userId\":\"" + person + "\"}"),
                () -> admin("POST", "/claim", "{\"userId\":\"" + person + "\"}"),
                () -> admin("PUT", "", "{\"name\":\"x\",\"tenantId\":\"SEK\",\"assignee\":\"" + person + "\"}"),
                () -> admin("POST", "/identity-links", "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}"),
                () -> admin("POST", "/identity-links", "{\"userId\":\"" + person + "\",\"type\":\"assignee\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, Ingen som arbetar här har användarnamnet nobody.",
        "officerH1, arbetar inte för länsstyrelsen som ärendet hör till.",
        "financeK1, ingår inte i gruppen som uppgiften hör till.",
        "admin, ingår inte i gruppen som uppgiften hör till.",
        "officerK1, jäv i ärendet",
    })
    void nobodyIsHandedATaskThatTheyMayNotDo(String person, String why) {
        handTo(person).forEach(refused -> {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains(why);
        });
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "reader"})
    void otherLinksThanThoseOfTheModelAreNotMade(String type) {
        assertThat(admin("POST", "/identity-links", "{\"userId\":\"officerK2\",\"type\":\"" + type + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin("POST", "/identity-links", "{\"groupId\":\"financeOfficers\",\"type\":\"candidate\"}")
                        .statusCode())
                .isEqualTo(400);
        assertUntouched();
    }

    /** The same right by another road. */
    @Test
    void anAdministratorGivesNobodyAnAuthorizationOfTheirOwn() {
        var given = new Browser(port)
                .with("admin", DemoStaff.PASSWORD)
                .postJson(
                        "/engine-rest/authorization/create",
                        "{\"type\":1,\"permissions\":[\"READ\"],\"userId\":\"officerK1\",\"resourceType\":7,"
                                + "\"resourceId\":\"" + task + "\"}");
        assertThat(given.statusCode()).isEqualTo(400);
        assertUntouched();
    }

    @Test
    void anAdministratorDoesNobodysTask() {
        assertThat(admin("POST", "/complete", "{\"variables\":{\"conflictAnswer\":{\"value\":\"none\"}}}")
                        .body())
                .contains("ingår inte i gruppen");
        assertUntouched();
    }

    @Test
    void aColleagueOfTheGroupIsHandedIt() {
        assertThat(admin("POST", "/assignee", "{\"userId\":\"officerK2\"}").statusCode())
                .isEqualTo(204);
        assertThat(play.task(ApplicationPlay.CHECK, reference.value()).getAssignee())
                .isEqualTo("officerK2");
    }

    /** The same requests as those that are refused for others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aColleagueOfTheGroupIsHandedItByEachRoad(int road) {
        var given = roads("officerK2").get(road).get();
        assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
        assertThat(tasks.getIdentityLinksForTask(task))
                .anySatisfy(link -> assertThat(link.getUserId()).isEqualTo("officerK2"));
    }

    /** A link that the system makes past the gate shows what the refused one would have handed out. */
    @ParameterizedTest
    @ValueSource(strings = {"financeK1", "officerK1"})
    void aLinkWouldShowTheTaskToAPersonOutsideItsGroupAndToARecusedOneSoNobodyMakesOne(String person) {
        var outsider = new Browser(port).with(person, DemoStaff.PASSWORD);
        var link = "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}";
        assertThat(admin("POST", "/identity-links", link).statusCode()).isEqualTo(400);
        assertThat(outsider.get("/engine-rest/task/" + task).statusCode()).isEqualTo(404);
        assertThat(outsider.get("/engine-rest/task/" + task + "/variables").statusCode())
                .isEqualTo(403);

        play.asNobody();
        tasks.addCandidateUser(task, person);

        assertThat(outsider.get("/engine-rest/task/" + task).statusCode()).isEqualTo(200);
        assertThat(outsider.get("/engine-rest/task/" + task + "/variables").statusCode())
                .isEqualTo(200);
    }

    private void assertUntouched() {
        play.asNobody();
        var open = play.task(ApplicationPlay.CHECK, reference.value());
        assertThat(open.getAssignee()).isNull();
        assertThat(tasks.getIdentityLinksForTask(task)).hasSize(1);
        var recused = new Browser(port).with("officerK1", DemoStaff.PASSWORD);
        assertThat(recused.get("/engine-rest/task/" + task).statusCode()).isEqualTo(404);
        assertThat(recused.get("/engine-rest/task/" + task + "/variables").statusCode())
                .isEqualTo(403);
    }

    @Test
    void hugeCommentsAndLinksThatAreNoPagesAreRefused() {
        var officer = new Browser(port).with("admin", DemoStaff.PASSWORD);
        var comment = "/engine-rest/task/" + task + "/comment/create";
        assertThat(officer.postJson(comment, "{\"message\":\"Ringde sökanden.\"}")
                        .statusCode())
                .isEqualTo(200);
        var huge = officer.postJson(comment, Browser.asJson(Map.of("message", "x".repeat(4001))));
        assertThat(huge.statusCode()).isEqualTo(400);
        assertThat(huge.body()).contains("Skriv högst 4000 tecken");

        for (var address : List.of("javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "intyg", "//x")) {
            var refused = attach(officer, "url", address);
            assertThat(refused.body()).as(address).contains("ska börja med https://");
        }
        assertThat(attach(officer, "content", "fil").body()).contains("Filer bifogas inte");
        assertThat(attach(officer, "url", "https://example.org/intyg").statusCode())
                .isEqualTo(200);
        assertThat(tasks.getTaskAttachments(task)).hasSize(1);
        assertThat(tasks.getTaskComments(task)).hasSize(1);
    }

    @Test
    void theSameIsRefusedInTasklist() {
        var browser = new Browser(port);
        browser.login("admin", DemoStaff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        var api = "/camunda/api/engine/engine/default/task/" + task;
        assertThat(browser.postJson(api + "/comment/create", Browser.asJson(Map.of("message", "x".repeat(4000))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.postJson(api + "/comment/create", Browser.asJson(Map.of("message", "x".repeat(4001))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(attach(browser, api, "url", "https://example.org/intyg").statusCode())
                .isEqualTo(200);
        assertThat(attach(browser, api, "url", "javascript:alert(1)").body()).contains("ska börja med https://");
        assertThat(tasks.getTaskAttachments(task)).hasSize(1);
        assertThat(tasks.getTaskComments(task)).hasSize(1);
    }

    private HttpResponse<String> attach(Browser officer, String part, String value) {
        return attach(officer, "/engine-rest/task/" + task, part, value);
    }

    private static HttpResponse<String> attach(Browser officer, String road, String part, String value) {
        var body = new StringBuilder();
        Map.of("attachment-name", "Intyg", "attachment-type", "link", part, value)
                .forEach((name, text) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(text)
                        .append("\r\n"));
        return officer.send("POST", road + "/attachment/create", "multipart/form-data; boundary=b", body + "--b--\r\n");
    }
}
