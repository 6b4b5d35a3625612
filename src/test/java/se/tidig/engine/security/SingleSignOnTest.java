package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.OpenIdServer;

/** A person whom their board's own log-in service knows is the same person in Tidig, if Tidig's register has them. */
class SingleSignOnTest extends SignOnFixture {

    private static final String NOT_DONE = "/login?avbruten";

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void tidyUp() {
        jdbc.sql("update tidig.staff set active = true, first_password = false where id = 'officerK2'")
                .update();
    }

    @Test
    void theLoginPageOffersTheServicesOfStaffAndOfApplicants() {
        assertThat(new Browser(port).get("/login").body())
                .contains(
                        "href=\"/oauth2/authorization/" + OpenIdServer.STAFF + "\"",
                        "Logga in med Länsstyrelsen i provet",
                        "href=\"/oauth2/authorization/" + OpenIdServer.APPLICANTS + "\"",
                        "Logga in med Organisationernas inloggning");
    }

    /** The settings name the issuer alone. */
    @Test
    void theAddressesOfTheServiceAreThoseThatItPublishes() {
        var asked = begin(new Browser(port), OpenIdServer.STAFF);

        assertThat(asked).startsWith(OpenIdServer.issuer(OpenIdServer.STAFF) + "/authorize?");
        assertThat(parameters(asked))
                .containsEntry("client_id", "tidig")
                .containsEntry("redirect_uri", "http://localhost:" + port + "/login/oauth2/code/" + OpenIdServer.STAFF)
                .containsKeys("state", "nonce")
                .doesNotContainKey("acr_values");
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
        assertThat(person.get("/mina-sidor")).as("no applicant").returns(403, HttpResponse::statusCode);
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
        var stolen = parameters(OpenIdServer.logIn(
                        begin(new Browser(port), OpenIdServer.STAFF),
                        "4711",
                        Map.of("preferred_username", "officerK1")))
                .get("code");
        var person = new Browser(port);
        assertThat(place(person.get("/login/oauth2/code/" + OpenIdServer.STAFF + "?code=" + stolen + "&state=guess")))
                .endsWith(NOT_DONE);
        assertThat(person.get(NOT_DONE).body()).contains("blev inte klar");
    }

    @Test
    void anAnswerIsTakenOnce() {
        var first = new Browser(port);
        var answer =
                OpenIdServer.logIn(begin(first, OpenIdServer.STAFF), "4711", Map.of("preferred_username", "officerK1"));
        assertThat(place(comeBack(first, answer))).endsWith("/camunda/app/tasklist/default/");

        assertThat(place(comeBack(new Browser(port), answer))).endsWith(NOT_DONE);
        assertThat(place(comeBack(first, answer))).endsWith(NOT_DONE);
    }

    @Test
    void aCodeThatTheServiceHasNotGivenIsRefused() {
        var person = new Browser(port);
        var state = parameters(begin(person, OpenIdServer.STAFF)).get("state");
        assertThat(place(person.get(
                        "/login/oauth2/code/" + OpenIdServer.STAFF + "?code=never&state=" + Browser.encode(state))))
                .endsWith(NOT_DONE);
    }

    /** Tidig has started without it. */
    @Test
    void aServiceThatDoesNotAnswerRefusesItsOwnLogIns() {
        var person = new Browser(port);
        assertThat(place(person.get("/oauth2/authorization/" + OpenIdServer.SILENT)))
                .endsWith("/login?nere");
        assertThat(person.get("/login?nere").body())
                .contains("<title>Fel: ", "Inloggningstjänsten svarar inte just nu");
        assertThat(place(person.get("/login/oauth2/code/" + OpenIdServer.SILENT + "?code=x&state=y")))
                .as("the answer to no request")
                .endsWith(NOT_DONE);
        assertThat(place(person.get("/oauth2/authorization/no-such-service")))
                .as("a service that the settings do not name")
                .endsWith(NOT_DONE);
    }

    @Test
    void aServiceThatIsDownLogsNobodyIn() {
        var person = new Browser(port);
        var told = Map.<String, Object>of("email", "kim@example.org", "email_verified", true);
        assertThat(place(logIn(person, OpenIdServer.UNREACHABLE, "4712", told))).endsWith(NOT_DONE);
        assertThat(person.get("/mina-sidor")).returns(302, HttpResponse::statusCode);
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

    /** A person of the applicants' service comes back to the address that staff come back to. */
    @Test
    void theAddressThatAPersonComesBackToMakesThemNoStaff() {
        var person = new Browser(port);
        var answer = OpenIdServer.logIn(
                begin(person, OpenIdServer.APPLICANTS),
                "4712",
                Map.of("preferred_username", "admin", "email", "x@example.org", "email_verified", true));

        comeBack(person, answer.replace("/code/" + OpenIdServer.APPLICANTS, "/code/" + OpenIdServer.STAFF));

        assertThat(person.get("/personal").statusCode()).isNotEqualTo(200);
        assertThat(person.get("/camunda/app/tasklist/default/").statusCode()).isNotEqualTo(200);
    }

    /** What the applicants' service says is no word of the staff's. */
    @Test
    void aTokenOfTheApplicantsIssuerLogsNoStaffIn() {
        var person = new Browser(port);
        var told = Map.<String, Object>of(
                "preferred_username", "officerK1", "iss", OpenIdServer.issuer(OpenIdServer.APPLICANTS));

        assertThat(place(logIn(person, told))).endsWith(NOT_DONE);

        assertThat(person.get("/camunda/app/tasklist/default/")).returns(302, HttpResponse::statusCode);
    }

    private static HttpResponse<String> applicantLogIn(Browser person, Map<String, Object> told) {
        return logIn(person, OpenIdServer.APPLICANTS, "4712", told);
    }

    private static HttpResponse<String> logIn(Browser person, Map<String, Object> told) {
        return logIn(person, OpenIdServer.STAFF, "4711", told);
    }
}
