package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.tidig.Browser;
import se.tidig.Declared;
import se.tidig.Play;
import se.tidig.engine.DemoStaff;

/** The staff at work over REST, each with their own password; after each act, whatever is due is done. */
@Component
class Office {

    private final Environment environment;
    private final Play play;
    private final Map<String, Desk> desks = new HashMap<>();

    Office(Environment environment, Play play) {
        this.environment = environment;
        this.play = play;
    }

    Desk as(String person) {
        return desks.computeIfAbsent(person, Desk::new);
    }

    /** The process's own steps and the workers', until nothing is left to do. */
    void goOn() {
        play.asNobody();
        play.goOn();
    }

    /** Who completed which user task of the case and on what day, in order, according to the engine's history. */
    List<String> history(String businessKey) {
        var tasks = as("admin")
                .read("/history/task?processInstanceBusinessKey=" + businessKey
                        + "&finished=true&maxResults=50&sortBy=endTime&sortOrder=asc");
        return StreamSupport.stream(tasks.spliterator(), false)
                // A task that a message ended was completed by nobody.
                .filter(task -> task.get("deleteReason").asText().equals("completed"))
                .map(task -> "%s %s %s"
                        .formatted(
                                task.get("endTime").asText().substring(0, 10),
                                task.get("assignee").asText(),
                                task.get("taskDefinitionKey").asText()))
                .toList();
    }

    /** One person's desk. */
    class Desk {

        private final String person;
        private Browser browser;

        private Desk(String person) {
            this.person = person;
        }

        /** Starts the process with its form; returns the business key. */
        String starts(String process, Map<String, Object> answers) {
            var response = post("/process-definition/key/" + process + "/submit-form", Browser.answers(answers));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            goOn();
            return Browser.json(response).get("businessKey").asText();
        }

        /** Finds the task in the person's own lists, takes it and submits its form. */
        void does(String element, String businessKey, Map<String, Object> answers) {
            var task = find(element, businessKey);
            if (task == null) {
                throw new AssertionError(person + " does not find " + element + " in " + businessKey + "; open are "
                        + play.openTasks(businessKey));
            }
            if (task.get("assignee").isNull()) {
                var claimed = post("/task/" + task.get("id").asText() + "/claim", "{\"userId\":\"" + person + "\"}");
                assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
            }
            var path = "/task/" + task.get("id").asText();
            var done = post(
                    path + "/submit-form",
                    Browser.answers(Declared.in(
                            browser()
                                    .get("/engine-rest" + path + "/deployed-form")
                                    .body(),
                            answers)));
            assertThat(done.statusCode())
                    .as("%s by %s: %s", element, person, done.body())
                    .isEqualTo(204);
            goOn();
        }

        /** Tries to take and complete the task, and is refused; returns the message to the person. */
        String cannot(String element, String businessKey, Map<String, Object> answers) {
            var task = play.task(element, businessKey);
            var path = "/task/" + task.getId();
            if (task.getAssignee() == null) {
                post(path + "/claim", "{\"userId\":\"" + person + "\"}");
            }
            var refused = post(path + "/submit-form", Browser.answers(answers));
            assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 500);
            var after = play.task(element, businessKey);
            assertThat(after.getId()).isEqualTo(task.getId());
            assertThat(after.getAssignee()).isEqualTo(task.getAssignee());
            return Browser.json(refused).path("message").asText();
        }

        /** Whether the task is in the person's lists. */
        boolean finds(String element, String businessKey) {
            return find(element, businessKey) != null;
        }

        private JsonNode find(String element, String businessKey) {
            return StreamSupport.stream(
                            read("/task?processInstanceBusinessKey=" + businessKey + "&taskDefinitionKey=" + element
                                            + "&maxResults=10")
                                    .spliterator(),
                            false)
                    .findFirst()
                    .orElse(null);
        }

        private JsonNode read(String path) {
            var response = browser().get("/engine-rest" + path);
            assertThat(response.statusCode())
                    .as("%s: %s", path, response.body())
                    .isEqualTo(200);
            return Browser.json(response);
        }

        private HttpResponse<String> post(String path, String body) {
            return browser().postJson("/engine-rest" + path, body);
        }

        private Browser browser() {
            if (browser == null) {
                var port = environment.getRequiredProperty("local.server.port", Integer.class);
                browser = new Browser(port).with(person, DemoStaff.PASSWORD);
            }
            return browser;
        }
    }
}
