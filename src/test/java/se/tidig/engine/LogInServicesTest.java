package se.tidig.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import se.tidig.engine.LogInServices.LogInService;

/** What a log-in service publishes about itself is read when it is needed, and asked for again until it answers. */
class LogInServicesTest {

    private final OAuth2ClientProperties settings = new OAuth2ClientProperties();
    private final LogInServices services = new LogInServices(settings);
    private final AtomicBoolean up = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/lst/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            var content =
                    """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"], "response_types_supported": ["code"]}
                    """
                            .formatted(issuer("lst"))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(up.get() ? 200 : 503, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        register("lst", "Länsstyrelsens inloggning");
        register("applicant-b", null);
        register("applicant-a", "Organisationernas inloggning");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String issuer(String id) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + id;
    }

    private void register(String id, String name) {
        var registration = new OAuth2ClientProperties.Registration();
        registration.setClientId("tidig");
        registration.setClientName(name);
        settings.getRegistration().put(id, registration);
        var provider = new OAuth2ClientProperties.Provider();
        provider.setIssuerUri(issuer(id));
        settings.getProvider().put(id, provider);
    }

    @Test
    void thePeopleWhoMayUseAServiceAreToldByItsId() {
        assertThat(services.forStaff()).containsExactly(new LogInService("lst", "Länsstyrelsens inloggning"));
        assertThat(services.forApplicants())
                .containsExactly(
                        new LogInService("applicant-a", "Organisationernas inloggning"),
                        new LogInService("applicant-b", "applicant-b"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void aServiceThatIsDownIsAskedAgainAtTheNextLogInUntilItAnswersOnce() {
        assertThatThrownBy(() -> services.findByRegistrationId("lst"))
                .isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        refused -> assertThat(refused.getError().getErrorCode()).isEqualTo(LogInServices.DOWN));

        up.set(true);

        assertThat(services.findByRegistrationId("lst").getProviderDetails().getAuthorizationUri())
                .isEqualTo(issuer("lst") + "/authorize");
        var before = asked.get();
        services.findByRegistrationId("lst");
        assertThat(asked).hasValue(before);
    }

    @Test
    void aServiceThatDoesNotAnswerHindersNoOther() {
        up.set(true);

        assertThatThrownBy(() -> services.findByRegistrationId("applicant-a"))
                .isInstanceOf(OAuth2AuthenticationException.class);

        assertThat(services.findByRegistrationId("lst").getClientName()).isEqualTo("Länsstyrelsens inloggning");
        assertThat(services.findByRegistrationId("none")).isNull();
    }
}
