package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.tidig.BoardsLogin;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.engine.DemoStaff;
import se.tidig.mypages.Act;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Right;

/**
 * Applicants log in at a service of their own (OpenID Connect), and whoever signs must have logged in strongly enough.
 */
@TidigTest
@TestPropertySource(properties = {"tidig.signing.acr=hog, vasentlig", "tidig.signing.service=applicant-prov"})
class ApplicantSignOnTest {

    private static final String NOT_DONE = "/login?avbruten";

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftSubmissionService submissions;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void theFirstLogInMakesAnAccountAndTheNextFindsIt() {
        var claims = claims("kim@example.org", "lag");
        assertThat(place(logIn(new Browser(port), claims))).endsWith("/mina-sidor");
        var first = accounts.find("kim@example.org").orElseThrow();
        assertThat(first.name()).isEqualTo("Kim Exempelsson");

        var again = new Browser(port);
        assertThat(place(logIn(again, claims))).endsWith("/mina-sidor");

        assertThat(accounts.find("kim@example.org").orElseThrow().id()).isEqualTo(first.id());
        assertThat(accounts.logins(first.id(), 10)).hasSize(2);
        assertThat(again.get("/mina-sidor/konto").body()).contains("Inloggad: Kim Exempelsson");
    }

    @Test
    void loggingOutEndsTheSession() {
        var kim = new Browser(port);
        logIn(kim, claims("kim@example.org", "lag"));
        assertThat(kim.get("/mina-sidor")).returns(200, HttpResponse::statusCode);

        assertThat(place(kim.postForm("/mina-sidor", "/logout", Map.of()))).endsWith("/login?utloggad");

        assertThat(place(kim.get("/mina-sidor"))).contains("/login");
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        refused(told -> told.put("aud", "another-service"));
    }

    @Test
    void aTokenThatIsTooOldIsRefused() {
        refused(told -> {
            told.put("iat", Date.from(clock.instant().minusSeconds(7200)));
            told.put("exp", Date.from(clock.instant().minusSeconds(3600)));
        });
    }

    /** Somebody puts the code of their own log-in into another person's browser. */
    @Test
    void aCodeOfAnotherLogInIsRefusedByItsNonce() {
        var stolen = parameters(begin(new Browser(port))).get("nonce");
        refused(told -> told.put("nonce", stolen));
    }

    private void refused(Consumer<Map<String, Object>> change) {
        var person = new Browser(port);
        var told = claims("kim@example.org", "hog");
        var asked = begin(person);
        told.put("nonce", parameters(asked).get("nonce"));
        change.accept(told);
        refused(person, answer(person, asked, told));
    }

    private void refused(Browser person, HttpResponse<String> answer) {
        assertThat(place(answer)).endsWith(NOT_DONE);
        assertThat(person.get(NOT_DONE).body()).contains("blev inte klar");
        assertThat(place(person.get("/mina-sidor"))).contains("/login");
        assertThat(accounts.find("kim@example.org")).isEmpty();
    }

    @Test
    void whoLoggedInTooWeaklyLogsInAgainToSignAndComesBackToTheSamePage() {
        var page = "/utkast/" + fixture.begun() + "/skicka";
        var anna = new Browser(port);
        logIn(anna, claims(ANNA, "lag"));
        assertThat(anna.get(page.replace("skicka", "granska"))).returns(200, HttpResponse::statusCode);

        var sent = place(anna.get(page, "Accept", "text/html"));
        assertThat(sent).contains("/oauth2/authorization/applicant-prov?underskrift");
        var asked = place(anna.get(URI.create(sent).getPath() + "?underskrift"));
        assertThat(parameters(asked)).containsEntry("acr_values", "hog vasentlig");
        assertThat(place(answer(anna, asked, claims(ANNA, "vasentlig")))).endsWith(page);
        assertThat(anna.get(page).body()).contains("name=\"signer\"");
    }

    @Test
    void whatWasSentIsKeptWhileThePersonLogsInAgainAndSentOnce() {
        var id = fixture.begun();
        var page = "/utkast/" + id + "/skicka";
        var anna = new Browser(port);
        anna.login(ANNA, DemoStaff.PASSWORD);

        var sent = place(anna.postForm("/mina-sidor", page, declaration()));
        assertThat(sent).contains("/oauth2/authorization/applicant-prov");
        assertThat(submissions.of(id)).isEmpty();
        var asked = place(anna.get("/oauth2/authorization/applicant-prov?underskrift"));
        assertThat(place(answer(anna, asked, claims(ANNA, "hog")))).endsWith("/fortsatt");
        assertThat(anna.get("/fortsatt").body()).contains("Anna Exempelsson");

        assertThat(anna.postForm(page, page, declaration())).returns(302, HttpResponse::statusCode);
        assertThat(submissions.of(id)).isPresent();
    }

    @Test
    void aServiceThatGivesNoStrongerLogInIsNotAskedForEver() {
        var page = "/utkast/" + fixture.begun() + "/skicka";
        var anna = new Browser(port);
        anna.login(ANNA, DemoStaff.PASSWORD);
        anna.get(page, "Accept", "text/html");
        var asked = place(anna.get("/oauth2/authorization/applicant-prov?underskrift"));
        assertThat(place(answer(anna, asked, claims(ANNA, "lag")))).endsWith("/login?svag");
        assertThat(anna.get("/login?svag").body()).contains("räcker inte för att skriva under");
        assertThat(anna.get("/mina-sidor")).returns(200, HttpResponse::statusCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lag", "HOG", "hog vasentlig", ""})
    void onlyTheLevelsThatAreNamedAreEnough(String level) {
        var id = fixture.begun();
        var anna = new Browser(port);
        logIn(anna, claims(ANNA, level));

        assertThat(place(anna.postForm("/mina-sidor", "/utkast/" + id + "/skicka", declaration())))
                .contains("/oauth2/authorization/");
        assertThat(submissions.of(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void everyActThatNeedsTheRightToSubmitNeedsTheStrongerLogIn(Act act) {
        fixture.person(ANNA, BRYGGAN, Right.SUBMIT);
        var anna = new Browser(port);
        logIn(anna, claims(ANNA, "lag"));

        var answer = anna.get("/mina-sidor/K-2026-1-001/" + act.path());

        assertThat(answer.statusCode()).isEqualTo(act.right() == Right.SUBMIT ? 302 : 404);
    }

    @Test
    void aFormOfAnotherSiteIsNeitherKeptNorSent() {
        var id = fixture.begun();
        var anna = new Browser(port);
        anna.login(ANNA, DemoStaff.PASSWORD);

        assertThat(anna.postFormWithout("/utkast/" + id + "/skicka", declaration()))
                .returns(403, HttpResponse::statusCode);
        assertThat(jdbc.sql("select count(*) from tidig.held_form")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void logInsAreForgottenWhenTheyMayNoLongerBeKept() {
        fixture.account("kim@example.org");
        var kim = accounts.find("kim@example.org").orElseThrow();
        accounts.noteLogin(kim.id(), "192.0.2.1", true);
        jdbc.sql("update tidig.applicant_login set at = at - interval '366 days'")
                .update();
        accounts.noteLogin(kim.id(), "192.0.2.2", true);

        new OldLoginPoller(accounts, 365, clock).poll();

        assertThat(accounts.logins(kim.id(), 10))
                .extracting(ApplicantAccounts.LoginAttempt::address)
                .containsExactly("192.0.2.2");
        assertThat(new Browser(port).get("/personuppgifter").body()).contains("sparas i 365 dagar");
    }

    private static Map<String, String> declaration() {
        return Map.of(
                "signer", "Anna Exempelsson",
                "role", "ordförande",
                "capacity", "SIGNATORY",
                "truthful", "true",
                "entitled", "true",
                "reports", "true");
    }

    private static Map<String, Object> claims(String email, String level) {
        var claims = new HashMap<String, Object>();
        claims.put("email", email);
        claims.put("email_verified", true);
        claims.put(
                "name",
                Character.toUpperCase(email.charAt(0)) + email.substring(1, email.indexOf('@')) + " Exempelsson");
        if (!level.isEmpty()) {
            claims.put("acr", level);
        }
        return claims;
    }

    private HttpResponse<String> logIn(Browser person, Map<String, Object> claims) {
        return answer(person, begin(person), claims);
    }

    /** The address at the service to which Tidig sends the person. */
    private static String begin(Browser person) {
        return place(person.get("/oauth2/authorization/" + BoardsLogin.APPLICANTS));
    }

    /** The service sends the person back and says this of them. */
    private static HttpResponse<String> answer(Browser person, String asked, Map<String, Object> claims) {
        var sent = parameters(asked);
        var told = new HashMap<>(claims);
        told.putIfAbsent("nonce", sent.get("nonce"));
        BoardsLogin.tell(sent.get("state"), told);
        return person.get("/login/oauth2/code/" + BoardsLogin.APPLICANTS + "?code=" + Browser.encode(sent.get("state"))
                + "&state=" + Browser.encode(sent.get("state")));
    }

    private static Map<String, String> parameters(String address) {
        var parameters = new HashMap<String, String>();
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
