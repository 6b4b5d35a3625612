package se.tidig.races;

import java.net.http.HttpResponse;
import java.util.Map;
import se.tidig.Browser;
import se.tidig.Declared;
import se.tidig.engine.DemoStaff;

/** One of the staff, at work over HTTP. */
public final class Person {

    private final String id;
    private final Browser browser;

    private Person(String id, Browser browser) {
        this.id = id;
        this.browser = browser;
    }

    /** By the REST interface. */
    public static Person at(int port, String id) {
        return new Person(id, new Browser(port).with(id, DemoStaff.PASSWORD));
    }

    public Answer claim(String task) {
        return answer(browser.postJson("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + id + "\"}"));
    }

    public Answer submit(String task, Map<String, Object> answers) {
        var path = "/engine-rest/task/" + task;
        var form = browser.get(path + "/deployed-form").body();
        return answer(browser.postJson(path + "/submit-form", Browser.answers(Declared.in(form, answers))));
    }

    /** Starts a process with its start form. */
    public Answer start(String process, Map<String, Object> answers) {
        return answer(browser.postJson(
                "/engine-rest/process-definition/key/" + process + "/submit-form", Browser.answers(answers)));
    }

    public Browser browser() {
        return browser;
    }

    static Answer answer(HttpResponse<String> response) {
        var body = response.body();
        var message = response.statusCode() < 300
                ? ""
                : Browser.json(response).path("message").asText(body);
        return new Answer(response.statusCode(), message, body);
    }

    /**
     * The message to the person.
     *
     * @param message empty if the act was done
     */
    public record Answer(int status, String message, String body) {

        public boolean isDone() {
            return status < 300;
        }
    }
}
