package se.tidig.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.engine.DemoStaff;

/**
 * A person who has declared a conflict of interest and still knows the task's id gets nothing by it, and is told why
 * in Swedish.
 */
@TidigTest
class RecusedOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    Reference reference;
    String task;

    @BeforeEach
    void officerK1HasDeclaredAConflict() {
        reference = cases.received();
        play.as("officerK1").complete(ApplicationPlay.CHECK, reference.value(), AssessmentFixture.conflict("declared"));
        play.asNobody();
        task = play.task(ApplicationPlay.CHECK, reference.value()).getId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /claim | {\"userId\":\"officerK1\"}",
                "POST | /assignee | {\"userId\":\"officerK1\"}",
                "POST | /complete | {\"variables\":{\"conflictAnswer\":{\"value\":\"none\"}}}",
                "POST | /submit-form | {\"variables\":{\"conflictAnswer\":{\"value\":\"none\"}}}",
                "GET | /form-variables | ''",
                "GET | /form-variables?variableNames=applicant&deserializeValues=false | ''",
                "GET | /variables | ''",
                "GET | /deployed-form | ''",
                "GET | /rendered-form | ''",
                "GET | /form | ''",
                "GET | '' | ''",
            })
    void everyRoadToATaskByItsIdIsShutInSwedish(String method, String road, String body) {
        for (var root : new String[] {"/engine-rest", "/camunda/api/engine/engine/default"}) {
            var answer = as(root).send(method, root + "/task/" + task + road, "application/json", body);

            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404);
            assertThat(told(answer))
                    .doesNotContain("ENGINE-", "The user with id", "Cannot", "No matching", "Föreningen Bryggan")
                    .containsAnyOf("Du har inte behörighet", "Du har anmält jäv", "inte behörighet till det");
        }
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.CHECK);
        assertThat(play.task(ApplicationPlay.CHECK, reference.value()).getAssignee())
                .isNull();
    }

    @Test
    void aColleagueTakesTheSameTaskByTheSameRoads() {
        var colleague = new Browser(port).with("officerK2", DemoStaff.PASSWORD);
        assertThat(colleague
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .body())
                .contains("Föreningen Bryggan");
        assertThat(colleague
                        .postJson("/engine-rest/task/" + task + "/claim", "{\"userId\":\"officerK2\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private Browser as(String root) {
        var browser = new Browser(port);
        if (root.startsWith("/engine-rest")) {
            return browser.with("officerK1", DemoStaff.PASSWORD);
        }
        browser.login("officerK1", DemoStaff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    private static String told(HttpResponse<String> answer) {
        return Browser.json(answer).get("message").asText();
    }
}
