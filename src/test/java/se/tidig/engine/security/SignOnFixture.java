package se.tidig.engine.security;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import se.tidig.Browser;
import se.tidig.OpenIdServer;
import se.tidig.TidigTest;

/**
 * A Tidig in which staff and applicants log in at a real OpenID Connect server, each at an issuer of their own, and whoever
 * signs for an organisation needs one of two levels. It runs in a JVM of its own: the REST interface and the webapps find
 * the engine in static fields, which a second context would take from the first.
 */
@TidigTest
@Tag("own-jvm")
@TestPropertySource(properties = {"tidig.signing.acr=hog, vasentlig", "tidig.signing.service=applicant-prov"})
public abstract class SignOnFixture {

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        OpenIdServer.configure(settings);
    }

    /** The person logs in at the service, which says this of them. */
    static HttpResponse<String> logIn(Browser person, String service, String subject, Map<String, Object> claims) {
        return comeBack(person, OpenIdServer.logIn(begin(person, service), subject, claims));
    }

    /** The address at the service to which Tidig sends the person. */
    static String begin(Browser person, String service) {
        return place(person.get("/oauth2/authorization/" + service));
    }

    /** The person follows the service's answer. */
    static HttpResponse<String> comeBack(Browser person, String answer) {
        return person.get(relative(answer));
    }

    static String relative(String address) {
        var uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    static Map<String, String> parameters(String address) {
        var parameters = new HashMap<String, String>();
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
