package se.tidig.faults;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import se.tidig.Browser;
import se.tidig.engine.DemoStaff;

/**
 * People who write in drafts over HTTP, each with several pages open that are more or less old. If a save is not
 * acknowledged, they do what the page does: keep the text, log in again if they must, open the page and send it anew.
 */
final class DraftWriters {

    static final List<String> PEOPLE = List.of("anna@example.org", "bo@example.org", "cia@example.org");

    /** How often somebody saves each draft. */
    static final int SAVES = 5;

    private static final List<String> QUESTIONS = List.of("title", "need", "method");
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(draft-version|draft-page|_csrf)\" value=\"([^\"]*)\"");

    private final int port;
    private final long seed;
    private final BooleanSupplier alive;
    private final Map<UUID, List<String>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger saves = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger loggedOut = new AtomicInteger();

    DraftWriters(int port, long seed, BooleanSupplier alive) {
        this.port = port;
        this.seed = seed;
        this.alive = alive;
    }

    /** The texts of which somebody has been told that they are saved, by draft. */
    Map<UUID, List<String>> acknowledged() {
        return acknowledged;
    }

    int saves() {
        return saves.get();
    }

    /** How many saves got no answer, and how many found the session ended. */
    String troubles() {
        return lost + " saves without an answer, " + loggedOut + " after an ended session";
    }

    /** Writes the drafts one after another. */
    void write(List<UUID> drafts) throws InterruptedException {
        var browsers = new LinkedHashMap<String, Browser>();
        for (var person : PEOPLE) {
            browsers.put(person, new Browser(port));
        }
        for (var draft : drafts) {
            write(draft, browsers, new Random(seed * 31 + draft.getLeastSignificantBits()));
        }
    }

    private void write(UUID draft, Map<String, Browser> browsers, Random random) throws InterruptedException {
        var pages = new ArrayList<Page>();
        for (int save = 0; save < SAVES; save++) {
            if (pages.isEmpty() || random.nextInt(3) == 0) {
                pages.add(open(draft, PEOPLE.get(random.nextInt(PEOPLE.size())), browsers));
            }
            var page = pages.get(random.nextInt(pages.size()));
            var question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            var text = draft + " " + page.person + " " + save;
            while (!page.save(browsers.get(page.person), question, text)) {
                // The page has kept the text; the person opens it anew.
                page = open(draft, page.person, browsers);
                pages.add(page);
            }
            acknowledged.computeIfAbsent(draft, first -> new ArrayList<>()).add(text);
            saves.incrementAndGet();
        }
    }

    private Page open(UUID draft, String person, Map<String, Browser> browsers) throws InterruptedException {
        while (true) {
            try {
                var browser = browsers.get(person);
                var path = "/utkast/" + draft + "/group_project";
                var answer = browser.get(path);
                if (answer.statusCode() == 200) {
                    return new Page(person, path, answer.body());
                }
                if (answer.statusCode() != 302 && answer.statusCode() < 500) {
                    throw new AssertionError(answer.statusCode() + " " + path);
                }
                browser.login(person, DemoStaff.PASSWORD);
            } catch (UncheckedIOException dead) {
                awaitLife();
            } catch (AssertionError noToken) {
                if (!String.valueOf(noToken.getMessage()).startsWith("No token")) {
                    throw noToken;
                }
                awaitLife();
            }
        }
    }

    private void awaitLife() throws InterruptedException {
        do {
            Thread.sleep(100);
        } while (!alive.getAsBoolean());
    }

    /** A page that somebody has open, with what it shows. */
    private final class Page {

        private final String person;
        private final String path;
        private final Map<String, String> fields = new LinkedHashMap<>();

        private Page(String person, String path, String body) {
            this.person = person;
            this.path = path;
            var hidden = HIDDEN.matcher(body);
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            fields.put("then", "save");
            var page = Jsoup.parse(body);
            for (var question : QUESTIONS) {
                var control = page.select("#draft [name=" + question + "]").first();
                var shown = control.is("textarea") ? control.wholeText().replaceFirst("^\n", "") : control.val();
                fields.put(question, shown);
            }
        }

        /** @return whether Tidig has said that it is saved */
        private boolean save(Browser browser, String question, String text) throws InterruptedException {
            fields.put(question, text);
            try {
                var answer = browser.postFormWithout(path, fields);
                var to = answer.headers().firstValue("Location").orElse("");
                if (answer.statusCode() == 302 && to.contains("/utkast/")) {
                    return true;
                }
                if (answer.statusCode() != 302 && answer.statusCode() != 403 && answer.statusCode() < 500) {
                    throw new AssertionError(answer.statusCode() + " " + path);
                }
                loggedOut.incrementAndGet();
            } catch (UncheckedIOException dead) {
                lost.incrementAndGet();
                awaitLife();
            }
            return false;
        }
    }
}
