package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import se.tidig.Browser;
import se.tidig.Mailbox;
import se.tidig.Reference;
import se.tidig.mypages.Act;

/**
 * A person who acts for an organisation, in the portal over HTTP: opens pages, types in the fields that they show, and
 * presses their buttons. Months pass between the acts, so the person logs in for each.
 */
final class Applicant {

    private static final String PASSWORD = "bryggan vid havet";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ROW = Pattern.compile("([^\\[]+)\\[\\d+].*");

    private final int port;
    private final Mailbox mailbox;
    private final String email;
    private final String home;
    private Browser browser;

    /** @param home the network address that the person comes from; each has one */
    Applicant(int port, Mailbox mailbox, String email, String home) {
        this.port = port;
        this.mailbox = mailbox;
        this.email = email;
        this.home = home;
    }

    /** Makes an account, confirms the address by the link in the mail, and begins to act for the organisation. */
    void opensAnAccount(String name, String number, String organisation, String type) {
        visits();
        goesOn(presses("/konto", "form[action=/konto]", Map.of("name", name, "email", email, "password", PASSWORD)));
        goesOn(presses(mailbox.link(email, "CONFIRM"), "form[action^=/konto/bekrafta]", Map.of()));
        logsIn();
        goesOn(presses(
                "/organisationer/ny?number=" + number,
                "form[action=/organisationer/ny]",
                Map.of("name", organisation, "type", type, "position", "ordförande")));
    }

    /**
     * Applies in the call: types every answer on the page that asks for it, sends the documents and makes the
     * declaration.
     *
     * @param answers by the form's keys
     */
    Reference applies(Reference call, Map<String, Object> answers) {
        logsIn();
        var draft = path(goesOn(presses("/utlysningar/" + call, "form[action$=/ansok]", Map.of())));
        var left = typed(answers);
        var parts = page(draft).select("a[href^=" + draft + "/group_]").eachAttr("href");
        assertThat(parts).as("parts of the draft").isNotEmpty();
        parts.stream().distinct().forEach(part -> types(part, left));
        assertThat(left).as("answers that no page asks for").isEmpty();
        var review = page(draft + "/granska").text();
        assertThat(review).contains(String.valueOf(answers.get("title")));
        goesOn(presses(
                draft + "/skicka",
                "#declaration",
                Map.of(
                        "signer", "Anna Lind",
                        "role", "ordförande",
                        "capacity", "SIGNATORY",
                        "truthful", "true",
                        "entitled", "true",
                        "reports", "true")));
        return Reference.of(page(draft + "/kvitto").select("p.big").text());
    }

    /** Sends a page of the case in Mina sidor. */
    void sends(Reference reference, Act act, Map<String, Object> answers) {
        logsIn();
        var path = "/mina-sidor/" + reference + "/" + act.path();
        assertThat(page("/mina-sidor/" + reference).select("a[href=" + path + "]"))
                .as("a link to %s", act)
                .isNotEmpty();
        var left = typed(answers);
        types(path, left);
        assertThat(left).as("answers that the page does not ask for").isEmpty();
        goesOn(presses(path, "form.questions", Map.of("then", "send")));
    }

    /** What the case's page says. */
    String reads(Reference reference) {
        logsIn();
        return page("/mina-sidor/" + reference).text();
    }

    /** Types what the page asks for, and saves; what is asked for only after that is typed then. */
    private void types(String path, Map<String, List<String>> left) {
        while (true) {
            var page = page(path);
            var names = page.select("form.questions [name]").eachAttr("name");
            var here = new LinkedHashMap<>(left);
            here.keySet().retainAll(names);
            var documents = new LinkedHashMap<String, byte[]>();
            page.select("form.questions input[type=file]").eachAttr("name").stream()
                    .filter(here::containsKey)
                    .forEach(name -> documents.put(name, PDF));
            left.keySet().removeAll(here.keySet());
            here.keySet().removeAll(documents.keySet());
            var button = button(page, left.keySet());
            if (here.isEmpty() && documents.isEmpty() && button.containsKey("then")) {
                return;
            }
            var fields = fields(page, "form.questions");
            fields.putAll(here);
            button.forEach((name, value) -> fields.put(name, List.of(value)));
            var answer = browser.postPage(path, fields, documents);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 302);
        }
    }

    /** The button that adds a row for an answer that has none, or else the one that saves. */
    private static Map<String, String> button(Document page, Collection<String> left) {
        return left.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches()
                        && !page.select("button[name=add][value=" + row.group(1) + "]")
                                .isEmpty())
                .findFirst()
                .map(row -> Map.of("add", row.group(1)))
                .orElse(Map.of("then", "save"));
    }

    private HttpResponse<String> presses(String path, String form, Map<String, String> typed) {
        var page = page(path);
        var fields = fields(page, form);
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        return browser.postPage(((FormElement) page.selectFirst(form)).attr("action"), fields, Map.of());
    }

    /** The fields of the form as they stand. */
    private static Map<String, List<String>> fields(Document page, String form) {
        var fields = new LinkedHashMap<String, List<String>>();
        var element = (FormElement) page.selectFirst(form);
        assertThat(element).as("%s on %s", form, page.text()).isNotNull();
        element.formData().stream()
                .filter(field -> element.select("input[type=file][name=\"" + field.key() + "\"]")
                        .isEmpty())
                .forEach(field -> fields.computeIfAbsent(field.key(), key -> new ArrayList<>())
                        .add(field.value()));
        return fields;
    }

    private HttpResponse<String> goesOn(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(() -> Jsoup.parse(answer.body()).select("main").text())
                .isEqualTo(302);
        return answer;
    }

    private String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://localhost:" + port, "");
    }

    private Document page(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode())
                .as(() -> path + " for " + email + ": " + answer.body())
                .isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private void visits() {
        browser = new Browser(port).behindProxy("X-Forwarded-For", home);
    }

    private void logsIn() {
        visits();
        goesOn(browser.login(email, PASSWORD));
    }

    /** The answers by the names of the controls; a document's is the name of the file's. */
    private static Map<String, List<String>> typed(Map<String, Object> answers) {
        var typed = new LinkedHashMap<String, List<String>>();
        answers.forEach((key, value) -> {
            if (key.equals("attachments")) {
                ((List<?>) value).forEach(document -> typed.put(key + "." + document, List.of("")));
            } else {
                typed(typed, key, value);
            }
        });
        return typed;
    }

    private static void typed(Map<String, List<String>> typed, String name, Object value) {
        if (!(value instanceof List<?> list)) {
            typed.put(name, List.of(value.toString()));
        } else if (list.stream().noneMatch(Map.class::isInstance)) {
            typed.put(name, list.stream().map(Object::toString).collect(Collectors.toList()));
        } else {
            for (int i = 0; i < list.size(); i++) {
                var row = name + "[" + i + "].";
                ((Map<?, ?>) list.get(i)).forEach((key, cell) -> typed(typed, row + key, cell));
            }
        }
    }
}
