package se.tidig.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.tidig.Browser;

/**
 * An applicant with a browser without JavaScript: opens pages, sends the fields that they show with its own answers in
 * them, and follows where it is led. All applicants share one HTTP client and its connections; each keeps its cookies.
 */
final class PortalApplicant {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("<p class=\"big\">([^<]+)</p>");
    private static final String BOUNDARY = "part-of-the-form";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final String base;
    private final LongConsumer took;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String at;
    private String page;

    /** @param took is told how long each request took, in nanoseconds */
    PortalApplicant(HttpClient http, int port, LongConsumer took) {
        this.http = http;
        this.base = "http://localhost:" + port;
        this.took = took;
    }

    void logIn(String email, String password) {
        open("/login");
        sendForm("/login", Map.of("username", email, "password", password), Map.of());
        if (at.startsWith("/login")) {
            throw new AssertionError(email + " is not logged in");
        }
    }

    /** Begins an application and writes all of it, up to the declaration. @return the draft's address */
    String write(String call, Map<String, List<Map<String, String>>> parts, Map<String, byte[]> documents) {
        var draft = begin(call);
        parts.forEach((part, pages) -> {
            var address = draft + "/" + part;
            if (!at.equals(address)) {
                open(address);
            }
            pages.forEach(typed -> {
                var onward = typed.containsKey("add");
                sendForm(address, onward ? typed : with(typed, "then", "on"), Map.of());
                demand(onward || !at.endsWith("?fel"), "no fault in " + part);
            });
        });
        var attachments = draft + "/group_attachments";
        demand(at.equals(attachments), attachments + " next");
        sendForm(attachments, Map.of("then", "on"), documents);
        sendForm(attachments, Map.of("then", "on"), Map.of());
        demand(at.equals(draft + "/granska"), "the review next");
        return draft;
    }

    /** Begins the organisation's application in the call. @return the draft's address */
    String begin(String call) {
        open("/utlysningar/" + call);
        sendForm("/utlysningar/" + call + "/ansok", Map.of(), Map.of());
        demand(at.startsWith("/utkast/"), "a draft");
        return at;
    }

    /** Opens the declaration, and hands in. @return the application's reference */
    String submit(String draft) {
        open(draft + "/skicka");
        return handIn(draft);
    }

    /** Sends the declaration, which is open. The receipt is open then. @return the application's reference */
    String handIn(String draft) {
        sendForm(
                draft + "/skicka",
                Map.of(
                        "signer",
                        "Anna Exempelsson",
                        "role",
                        "Ordförande",
                        "capacity",
                        "SIGNATORY",
                        "joint",
                        "false",
                        "truthful",
                        "true",
                        "entitled",
                        "true",
                        "reports",
                        "true"),
                Map.of());
        demand(at.equals(draft + "/kvitto"), "the receipt");
        var reference = REFERENCE.matcher(page);
        demand(reference.find(), "a reference on the receipt");
        return reference.group(1);
    }

    String page() {
        return page;
    }

    /** Opens a page, and those that it leads on to. */
    void open(String path) {
        follow(path, request(path).GET());
    }

    /** Sends the fields of the open page with these answers in their place. */
    private void sendForm(String path, Map<String, String> typed, Map<String, byte[]> documents) {
        var fields = shown();
        typed.forEach((name, value) -> {
            fields.removeIf(field -> field[0].equals(name));
            fields.add(new String[] {name, value});
        });
        if (page.contains("multipart/form-data")) {
            follow(
                    path,
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(BodyPublishers.ofByteArray(multipart(fields, documents))));
        } else {
            follow(
                    path,
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields.stream()
                                    .map(field -> Browser.encode(field[0]) + "=" + Browser.encode(field[1]))
                                    .collect(Collectors.joining("&")))));
        }
    }

    /** The page's hidden and text fields; every choice is among the answers. */
    private List<String[]> shown() {
        var fields = new ArrayList<String[]>();
        var inputs = INPUT.matcher(page);
        while (inputs.find()) {
            var said = new LinkedHashMap<String, String>();
            var attributes = ATTRIBUTE.matcher(inputs.group());
            while (attributes.find()) {
                said.putIfAbsent(attributes.group(1), attributes.group(2));
            }
            var kind = said.getOrDefault("type", "text");
            if (said.containsKey("name")
                    && !kind.equals("radio")
                    && !kind.equals("checkbox")
                    && !kind.equals("file")
                    && !kind.equals("submit")) {
                fields.add(new String[] {said.get("name"), said.getOrDefault("value", "")});
            }
        }
        return fields;
    }

    private static byte[] multipart(List<String[]> fields, Map<String, byte[]> documents) {
        var body = new ByteArrayOutputStream();
        fields.forEach(field -> add(body, "name=\"" + field[0] + "\"", null, bytes(field[1])));
        documents.forEach((name, content) -> add(
                body,
                "name=\"" + name + "\"; filename=\"" + name.replaceFirst(".*\\.", "") + ".pdf\"",
                "application/pdf",
                content));
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static void add(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
        body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + (type == null ? "" : "\r\nContent-Type: " + type) + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        var all = new LinkedHashMap<>(typed);
        all.put(name, value);
        return all;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void follow(String path, HttpRequest.Builder first) {
        var request = first;
        var address = path;
        while (true) {
            var answer = send(request.build());
            var next = answer.headers().firstValue("Location").orElse(null);
            if (next == null) {
                demand(answer.statusCode() == 200, address + " but: " + answer.statusCode());
                at = address;
                page = answer.body();
                return;
            }
            address = next.replace(base, "").replaceFirst("#.*", "");
            request = request(address).GET();
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        var began = System.nanoTime();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            took.accept(System.nanoTime() - began);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private void demand(boolean holds, String what) {
        if (!holds) {
            var summary = page == null ? -1 : page.indexOf("class=\"summary\"");
            throw new AssertionError("Expected " + what + ", at " + at
                    + (summary < 0 ? "" : ": " + page.substring(summary, page.indexOf("</ul>", summary))));
        }
    }
}
