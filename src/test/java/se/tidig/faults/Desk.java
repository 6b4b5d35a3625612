package se.tidig.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import se.tidig.Browser;
import se.tidig.Declared;
import se.tidig.Reference;
import se.tidig.engine.DemoStaff;

/**
 * A person at work over REST while Tidig comes and goes. What fails is asked about before it is made again: the answer
 * to a request may be lost though the request was carried out.
 */
final class Desk {

    private static final int PATIENCE = 600;

    private final String person;
    private final IntSupplier port;
    private final Tally tally;
    private final Map<Integer, Browser> browsers = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();

    Desk(String person, IntSupplier port, Tally tally) {
        this.person = person;
        this.port = port;
        this.tally = tally;
    }

    /** A task that the person can do. */
    record Task(String id, String element, boolean mine) {}

    String person() {
        return person;
    }

    /** The person's own tasks of these elements, and those that nobody has taken. */
    List<Task> tasks(Collection<String> elements) {
        var path = "/task?sortBy=created&sortOrder=asc&maxResults=40&taskDefinitionKeyIn=" + String.join(",", elements);
        var found = new ArrayList<Task>();
        for (var whose : List.of("&assignee=" + person, "&unassigned=true")) {
            for (var task : read(path + whose)) {
                found.add(new Task(
                        task.get("id").asText(),
                        task.get("taskDefinitionKey").asText(),
                        !task.get("assignee").isNull()));
            }
        }
        return found;
    }

    /** The reference that the task list shows; null if the task is gone. */
    Reference reference(Task task) {
        return Reference.of(references.computeIfAbsent(task.id(), id -> {
            var path = "/engine-rest/task/" + id + "/localVariables";
            var shown = retried(browser -> browser.get(path), () -> isGone(task));
            return shown == null || shown.statusCode() != 200
                    ? null
                    : Browser.json(shown).path("reference").path("value").asText(null);
        }));
    }

    /** Takes the task and submits its form; returns false if the person may no longer do it. */
    boolean does(Task task, Map<String, Object> answers) {
        var path = "/engine-rest/task/" + task.id();
        if (!task.mine()) {
            var claimed = retried(
                    browser -> browser.postJson(path + "/claim", Browser.asJson(Map.of("userId", person))),
                    () -> isGone(task) || isMine(task));
            if (claimed == null ? isGone(task) : claimed.statusCode() != 204) {
                return false;
            }
        }
        var form = ask(browser -> browser.get(path + "/deployed-form")).body();
        var done = retried(
                browser -> browser.postJson(path + "/submit-form", Browser.answers(Declared.in(form, answers))),
                () -> isGone(task));
        if (done != null && done.statusCode() != 204) {
            if (isGone(task)) {
                return false;
            }
            throw new AssertionError(
                    person + " was refused " + task.element() + ": " + done.statusCode() + " " + done.body());
        }
        tally.count(Tally.ACTS);
        return true;
    }

    private boolean isMine(Task task) {
        return ask(browser -> browser.get("/engine-rest/task/" + task.id()))
                .body()
                .contains("\"assignee\":\"" + person + "\"");
    }

    private boolean isGone(Task task) {
        return ask(browser -> browser.get("/engine-rest/task/" + task.id())).statusCode() == 404;
    }

    /** Starts a process by its form; {@code happened} tells whether it was started if the answer was lost. */
    void starts(String process, Map<String, Object> answers, BooleanSupplier happened) {
        var path = "/engine-rest/process-definition/key/" + process + "/submit-form";
        var started = retried(browser -> browser.postJson(path, Browser.answers(answers)), happened);
        if (started != null && started.statusCode() != 200) {
            throw new AssertionError(
                    person + " was refused to start " + process + ": " + started.statusCode() + " " + started.body());
        }
        tally.count(Tally.ACTS);
    }

    JsonNode read(String path) {
        var response = ask(browser -> browser.get("/engine-rest" + path));
        if (response.statusCode() != 200) {
            throw new AssertionError(person + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return Browser.json(response);
    }

    /** A request that may be sent any number of times. */
    void puts(String path, Object body) {
        ask(browser -> browser.send("PUT", "/engine-rest" + path, "application/json", Browser.asJson(body)));
    }

    /** Whether the public page says so. */
    boolean sees(String path, String words) {
        return ask(browser -> browser.get(path)).body().contains(words);
    }

    /** The page of a case, for the person logged in; null if there is no such case. */
    String page(Reference reference) {
        var path = "/arenden/" + reference;
        var page = ask(browser -> {
            var first = browser.get(path);
            if (first.statusCode() != 302) {
                return first;
            }
            browser.login(person, DemoStaff.PASSWORD);
            return browser.get(path);
        });
        return page.statusCode() == 200 ? page.body() : null;
    }

    /** The answer, or null if there was none and it is no longer needed. */
    private HttpResponse<String> retried(Function<Browser, HttpResponse<String>> request, BooleanSupplier happened) {
        for (int tries = 0; tries < PATIENCE; tries++) {
            var response = attempt(request);
            if (response != null) {
                return response;
            }
            if (happened.getAsBoolean()) {
                tally.count(Tally.HAD_HAPPENED);
                return null;
            }
            tally.count(Tally.AGAIN);
        }
        throw new AssertionError(person + " gave up");
    }

    /** Asks until there is an answer. */
    private HttpResponse<String> ask(Function<Browser, HttpResponse<String>> request) {
        for (int tries = 0; tries < PATIENCE; tries++) {
            var response = attempt(request);
            if (response != null) {
                return response;
            }
        }
        throw new AssertionError(person + " got no answer");
    }

    /** The answer; null, after a rest, if there is none, the server failed, or it asks to try again. */
    private HttpResponse<String> attempt(Function<Browser, HttpResponse<String>> request) {
        try {
            var response = request.apply(browser());
            if (response.body().contains("samtidigt")) {
                tally.count(Tally.OTHERS_FIRST);
            } else if (response.statusCode() < 500) {
                return response;
            } else {
                tally.count(Tally.FAILED);
            }
        } catch (UncheckedIOException lost) {
            tally.count(Tally.FAILED);
        }
        Town.rest(500);
        return null;
    }

    private Browser browser() {
        return browsers.computeIfAbsent(port.getAsInt(), there -> new Browser(there).with(person, DemoStaff.PASSWORD));
    }
}
