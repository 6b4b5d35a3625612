package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.OpenIdServer;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.engine.DemoStaff;
import se.tidig.mypages.Act;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Right;

/**
 * Applicants log in at a service of their own (OpenID Connect), and whoever signs must have logged in strongly enough.
 */
class ApplicantSignOnTest extends SignOnFixture {

    private static final String NOT_DONE = "/login?avbruten";
    private static final Pattern TO_SERVICE = Pattern.compile("href=\"(/oauth2/authorization/[^\"]+)\"");

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
        refused("aud", "another-service");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        refused("iss", OpenIdServer.issuer(OpenIdServer.STAFF));
    }

    @Test
    void aTokenThatIsTooOldIsRefused() {
        var told = claims("kim@example.org", "hog");
        told.put("iat", clock.instant().minusSeconds(7200).getEpochSecond());
        told.put("exp", clock.instant().minusSeconds(3600).getEpochSecond());
        refused(told);
    }

    /** Somebody puts the code of their own log-in into another person's browser. */
    @Test
    void aCodeOfAnotherLogInIsRefusedByItsNonce() {
        refused(
                "nonce",
                parameters(begin(new Browser(port), OpenIdServer.APPLICANTS)).get("nonce"));
    }

    private void refused(String claim, String value) {
        var told = claims("kim@example.org", "hog");
        told.put(claim, value);
        refused(told);
    }

    private void refused(Map<String, Object> told) {
        var person = new Browser(port);
        assertThat(place(logIn(person, told))).endsWith(NOT_DONE);
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

        var asked = askedToSign(anna, anna.get(page, "Accept", "text/html"));
        assertThat(parameters(asked)).containsEntry("acr_values", "hog vasentlig");
        assertThat(place(answer(anna, asked, claims(ANNA, "vasentlig")))).endsWith(page);
        assertThat(anna.get(page).body()).contains("name=\"signer\"");
    }

    /** The address at the service to which the page leads that the person is shown in place of the one to sign. */
    private static String askedToSign(Browser person, HttpResponse<String> refused) {
        assertThat(place(refused)).endsWith("/login?underskrift=" + OpenIdServer.APPLICANTS);
        var link = TO_SERVICE.matcher(person.get(relative(place(refused))).body());
        assertThat(link.find()).isTrue();
        return place(person.get(link.group(1)));
    }

    @Test
    void whatWasSentIsKeptWhileThePersonLogsInAgainAndSentOnce() {
        var id = fixture.begun();
        var page = "/utkast/" + id + "/skicka";
        var anna = new Browser(port);
        anna.login(ANNA, DemoStaff.PASSWORD);

        var asked = askedToSign(anna, anna.postForm("/mina-sidor", page, declaration()));
        assertThat(submissions.of(id)).isEmpty();
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
        var asked = askedToSign(anna, anna.get(page, "Accept", "text/html"));
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
                .contains("/login?underskrift=");
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

    private static HttpResponse<String> logIn(Browser person, Map<String, Object> claims) {
        return answer(person, begin(person, OpenIdServer.APPLICANTS), claims);
    }

    /** The person, who is the same at the service whenever they have that address, logs in there. */
    private static HttpResponse<String> answer(Browser person, String asked, Map<String, Object> claims) {
        return comeBack(person, OpenIdServer.logIn(asked, "sub-of-" + claims.get("email"), claims));
    }
}
