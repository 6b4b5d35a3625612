package se.tidig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser or a REST client of one person, over HTTP: it keeps cookies and does not follow redirects. */
public class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<String> forwarded = new ArrayList<>();
    private String basic;

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Sends the name and password with every request. */
    public Browser with(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        return this;
    }

    /** Asks for pages, as a person's browser does, so that a refusal is one too. */
    public Browser forPeople() {
        forwarded.addAll(List.of("Accept", "text/html"));
        return this;
    }

    /** Comes through a proxy that adds these headers to every request. */
    public Browser behindProxy(String... headers) {
        forwarded.addAll(List.of(headers));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "*/*", BodyPublishers.noBody());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "*/*", BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    public HttpResponse<String> send(String method, String path, String type, String body) {
        return send(method, path, type, BodyPublishers.ofString(body));
    }

    /** Posts a form with the page's token against forged requests. */
    public HttpResponse<String> postForm(String page, String path, Map<String, String> fields) {
        var token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No token on " + page);
        }
        return postFormWithout(path, fields, "_csrf", token.group(1));
    }

    public HttpResponse<String> postFormWithout(String path, Map<String, String> fields, String... more) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        for (var i = 0; i < more.length; i += 2) {
            body += "&" + encode(more[i]) + "=" + encode(more[i + 1]);
        }
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    /** Uploads one file, as the deployment of a model does. */
    public HttpResponse<String> postMultipart(String path, String file, String content) {
        var body = "--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + file
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--part--\r\n";
        return send("POST", path, "multipart/form-data; boundary=part", BodyPublishers.ofString(body));
    }

    /** Uploads a file in a page's form, with the page's token against forged requests. */
    public HttpResponse<String> postFile(String page, String path, String field, String name, byte[] content) {
        var token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No token on " + page);
        }
        var head = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=part", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** Uploads several files as one deployment. */
    public HttpResponse<String> postFiles(String path, String name, Map<String, byte[]> files) {
        var body =
                new StringBuilder("--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + name);
        files.forEach((file, bytes) -> body.append("\r\n--part\r\nContent-Disposition: form-data; name=\"")
                .append(file)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(new String(bytes, StandardCharsets.UTF_8)));
        body.append("\r\n--part--\r\n");
        return send("POST", path, "multipart/form-data; boundary=part", BodyPublishers.ofString(body.toString()));
    }

    /** Sends a page with its fields, each with one or several values, and files by the name of their control. */
    public HttpResponse<String> postPage(String path, Map<String, List<String>> fields, Map<String, byte[]> files) {
        if (files.isEmpty()) {
            var body = fields.entrySet().stream()
                    .flatMap(field ->
                            field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                    .collect(Collectors.joining("&"));
            return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
        }
        var body = new ByteArrayOutputStream();
        fields.forEach((name, values) ->
                values.forEach(value -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8))));
        files.forEach((name, content) ->
                part(body, "name=\"" + name + "\"; filename=\"" + name.replaceFirst(".*\\.", "") + ".pdf\"", content));
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=part", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--part\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Logs in on the page as a person would. */
    public HttpResponse<String> login(String name, String password) {
        return postForm("/login", "/login", Map.of("username", name, "password", password));
    }

    /** Posts a form as the scripts of the webapps do, whose requests carry a header. */
    public HttpResponse<String> postFormAsWebapp(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var type = "application/x-www-form-urlencoded";
        return send("POST", path, type, BodyPublishers.ofString(body), "X-XSRF-TOKEN", "stale");
    }

    /** Keeps a cookie that no answer has set. */
    public void keep(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    /** The answers to a form as Tasklist posts them: lists and rows as JSON, everything else unchanged. */
    public static String answers(Map<String, Object> answers) {
        var variables = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> variables.put(
                key,
                value instanceof Collection || value instanceof Map
                        ? Map.of("value", asJson(value), "type", "Json")
                        : Map.of("value", value)));
        return asJson(Map.of("variables", variables));
    }

    /** The value as JSON. */
    public static String asJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (!method.equals("GET")) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!forwarded.isEmpty()) {
            request.headers(forwarded.toArray(String[]::new));
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        // As the webapps do.
        if (headers.length == 0) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
