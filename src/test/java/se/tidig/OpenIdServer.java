package se.tidig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An OpenID Connect server (mock-oauth2-server) in a process of its own, one for each JVM that runs tests. It has an
 * issuer at every path, with its own keys. Whoever logs in there writes who they are and what it says of them, claims of
 * the protocol such as {@code iss} included.
 */
public final class OpenIdServer {

    /** The registration id of the service for staff. */
    public static final String STAFF = "lansstyrelsen";

    /** The registration id of the service for people who act for applicants; it is another issuer. */
    public static final String APPLICANTS = "applicant-prov";

    /** A service at which people can log in, but which Tidig cannot ask about them. */
    public static final String UNREACHABLE = "applicant-nere";

    /** A service whose issuer does not answer. */
    public static final String SILENT = "applicant-tyst";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("started server on address=\\S*:(\\d+) ");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static String base;

    private OpenIdServer() {}

    /** The settings of the services as an administrator writes them, by {@code docs/administratorer.md}. */
    public static void configure(DynamicPropertyRegistry settings) {
        registration(settings, STAFF, "Länsstyrelsen i provet", "openid,profile");
        registration(settings, APPLICANTS, "Organisationernas inloggning", "openid,email");
        registration(settings, UNREACHABLE, "Inloggning som är nere", "openid,email");
        registration(settings, SILENT, "Inloggning som inte svarar", "openid,email");
        var provider = "spring.security.oauth2.client.provider.";
        settings.add(provider + STAFF + ".issuer-uri", () -> issuer(STAFF));
        settings.add(provider + APPLICANTS + ".issuer-uri", () -> issuer(APPLICANTS));
        settings.add(provider + SILENT + ".issuer-uri", () -> "http://localhost:1/" + SILENT);
        settings.add(provider + UNREACHABLE + ".authorization-uri", () -> issuer(UNREACHABLE) + "/authorize");
        settings.add(provider + UNREACHABLE + ".token-uri", () -> "http://localhost:1/token");
        settings.add(provider + UNREACHABLE + ".jwk-set-uri", () -> "http://localhost:1/jwks");
    }

    private static void registration(DynamicPropertyRegistry settings, String id, String name, String scope) {
        var registration = "spring.security.oauth2.client.registration." + id + ".";
        settings.add(registration + "client-id", () -> "tidig");
        settings.add(registration + "client-secret", () -> "hemligt");
        settings.add(registration + "client-name", () -> name);
        settings.add(registration + "scope", () -> scope);
        if (id.equals(UNREACHABLE)) {
            settings.add(registration + "authorization-grant-type", () -> "authorization_code");
            settings.add(registration + "redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        }
    }

    /** The issuer of a service. */
    public static String issuer(String registration) {
        return running() + "/" + registration;
    }

    /**
     * A person comes to the server's log-in page and logs in.
     *
     * @param asked the address to which Tidig has sent them
     * @param claims what the server says of them
     * @return where the server sends them back
     */
    public static String logIn(String asked, String subject, Map<String, Object> claims) {
        var page = send(HttpRequest.newBuilder(URI.create(asked)));
        if (!page.body().contains("name=\"claims\"")) {
            throw new AssertionError(page.body());
        }
        var form = "username=" + Browser.encode(subject) + "&claims=" + Browser.encode(Browser.asJson(claims));
        return send(HttpRequest.newBuilder(URI.create(asked))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static synchronized String running() {
        if (base == null) {
            try {
                base = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return base;
    }

    private static String start() throws IOException, InterruptedException {
        var log = Files.createTempFile(Path.of("target"), "open-id-server", ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // The system chooses the port, and only the log of this level tells it.
        builder.environment().putAll(Map.of("SERVER_HOSTNAME", "localhost", "SERVER_PORT", "0", "LOG_LEVEL", "DEBUG"));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var latest = Instant.now().plus(START);
        while (process.isAlive() && Instant.now().isBefore(latest)) {
            var started = STARTED.matcher(Files.readString(log));
            if (started.find()) {
                return "http://localhost:" + started.group(1);
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException("The OpenID Connect server has not started: " + Files.readString(log));
    }

    /** Written by the build, since the server's libraries are not those of Tidig. */
    private static String classPath() throws IOException {
        try (var file = OpenIdServer.class.getResourceAsStream("/open-id-server.classpath")) {
            if (file == null) {
                throw new IllegalStateException("Run mvn generate-test-resources.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
