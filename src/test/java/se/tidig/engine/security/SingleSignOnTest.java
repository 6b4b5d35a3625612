package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.BoardsLogin;
import se.tidig.Browser;
import se.tidig.TidigTest;

/** A person whom their board's own log-in service knows is the same person in Tidig, if Tidig's register has them. */
@TidigTest
class SingleSignOnTest {

    private static final String BEGIN = "/oauth2/authorization/" + BoardsLogin.REGISTRATION;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void tidyUp() {
        jdbc.sql("update tidig.staff set active = true, first_password = false where id = 'officerK2'")
                .update();
    }

    @Test
    void theLoginPageOffersTheService() {
        assertThat(new Browser(port).get("/login").body())
                .contains("href=\"" + BEGIN + "\"", "Logga in med Länsstyrelsen i provet");
    }

    @Test
    void aPersonInTheRegisterIsLoggedInAsThemself() {
        // A first password, which they do not need, does not stop them.
        jdbc.sql("update tidig.staff set first_password = true where id = 'officerK2'")
                .update();
        var person = new Browser(port);
        assertThat(place(logIn(person, Map.of("preferred_username", "officerK2"))))
                .endsWith("/camunda/app/tasklist/default/");
        assertThat(person.get("/camunda/app/tasklist/default/")).returns(200, HttpResponse::statusCode);
        assertThat(Browser.json(person.get("/camunda/api/engine/engine/default/user/officerK2/profile"))
                        .path("firstName")
                        .asText())
                .isEqualTo("Siv");
        assertThat(person.get("/camunda/api/engine/engine/default/task/count")).returns(200, HttpResponse::statusCode);
        assertThat(person.get("/personal")).as("no administrator").returns(403, HttpResponse::statusCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobodyAtAll", "worker", "officerK2", "forening@example.org"})
    void aPersonWhoIsNotInTheRegisterIsRefused(String id) {
        jdbc.sql("update tidig.staff set active = false where id = 'officerK2'").update();
        var person = new Browser(port);
        assertThat(place(logIn(person, Map.of("preferred_username", id)))).endsWith("/login?okand");
        assertThat(person.get("/login?okand").body()).contains("har inget konto i Tidig");
        assertThat(person.get("/camunda/app/tasklist/default/")).returns(302, HttpResponse::statusCode);
    }

    @Test
    void aServiceThatGivesNoUserNameLogsNobodyIn() {
        var person = new Browser(port);
        assertThat(place(logIn(person, Map.of("email", "officerK1@lansstyrelsen.example"))))
                .endsWith("/login?okand");
    }

    @Test
    void anUnrequestedAnswerIsRefused() {
        BoardsLogin.tell("stolen", Map.of("preferred_username", "officerK1"));
        var person = new Browser(port);
        assertThat(place(person.get("/login/oauth2/code/" + BoardsLogin.REGISTRATION + "?code=stolen&state=guess")))
                .endsWith("/login?avbruten");
        assertThat(person.get("/login?avbruten").body()).contains("blev inte klar");
    }

    @Test
    void aCodeThatTheServiceDoesNotKnowIsRefused() {
        var person = new Browser(port);
        var state = parameters(person, BoardsLogin.REGISTRATION).get("state");
        assertThat(place(answer(person, BoardsLogin.REGISTRATION, "never", state)))
                .endsWith("/login?avbruten");
    }

    @Test
    void aPersonWhoseAddressAnApplicantsServiceHasVerifiedIsLoggedInAsAnApplicant() {
        var person = new Browser(port);
        assertThat(place(applicantLogIn(
                        person, Map.of("email", "Kim@Example.org", "email_verified", true, "name", "Kim Exempelsson"))))
                .endsWith("/mina-sidor");
        assertThat(person.get("/mina-sidor/konto").body())
                .contains("Inloggad: Kim Exempelsson", "Du loggar in med kim@example.org", "127.0.0.1");
        assertThat(person.get("/camunda/app/tasklist/default/")).returns(403, HttpResponse::statusCode);
    }

    /** Whoever writes any address at the service would otherwise have its owner's cases. */
    @Test
    void anAddressThatTheServiceHasNotVerifiedLogsNobodyIn() {
        for (var told : List.<Map<String, Object>>of(
                Map.of("email", "kim@example.org"),
                Map.of("email", "kim@example.org", "email_verified", false),
                Map.of("email_verified", true))) {
            var person = new Browser(port);
            assertThat(place(applicantLogIn(person, told))).endsWith("/login?utanadress");
            assertThat(person.get("/mina-sidor")).returns(302, HttpResponse::statusCode);
        }
    }

    @Test
    void anApplicantsServiceLogsNobodyInAsStaff() {
        var person = new Browser(port);
        assertThat(place(applicantLogIn(person, Map.of("preferred_username", "officerK1"))))
                .endsWith("/login?utanadress");
        assertThat(place(applicantLogIn(
                        person,
                        Map.of("preferred_username", "admin", "email", "x@example.org", "email_verified", true))))
                .endsWith("/mina-sidor");
        assertThat(person.get("/personal")).returns(403, HttpResponse::statusCode);
    }

    private HttpResponse<String> applicantLogIn(Browser person, Map<String, Object> told) {
        return logIn(person, BoardsLogin.APPLICANTS, told);
    }

    private HttpResponse<String> logIn(Browser person, Map<String, Object> told) {
        return logIn(person, BoardsLogin.REGISTRATION, told);
    }

    private HttpResponse<String> logIn(Browser person, String service, Map<String, Object> told) {
        var asked = parameters(person, service);
        var claims = new HashMap<>(told);
        claims.put("nonce", asked.get("nonce"));
        BoardsLogin.tell(asked.get("state"), claims);
        return answer(person, service, asked.get("state"), asked.get("state"));
    }

    private static HttpResponse<String> answer(Browser person, String service, String code, String state) {
        return person.get(
                "/login/oauth2/code/" + service + "?code=" + Browser.encode(code) + "&state=" + Browser.encode(state));
    }

    /** The request that Tidig sends to the service. */
    private static Map<String, String> parameters(Browser person, String service) {
        var parameters = new HashMap<String, String>();
        for (var pair : URI.create(place(person.get("/oauth2/authorization/" + service)))
                .getRawQuery()
                .split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
