package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.Browser.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.WorkerAccount;
import se.tidig.engine.identity.LoginThrottle;
import se.tidig.organisation.ApplicantAccounts;

@TidigTest
class LoginTest {

    private static final String PASSWORD = DemoStaff.PASSWORD;
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO = "/camunda/api/admin/auth/user/default";
    private static final String COUNT = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicantAccounts applicants;

    @Autowired
    private WorkerAccount worker;

    @Autowired
    private Play play;

    @Autowired
    private OpenDoors doors;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        applicants.register("forening@example.org", "Fatima Förening", PASSWORD);
    }

    /** Nobody is sent to a task list that is always empty. */
    @ParameterizedTest
    @CsvSource({
        "officerK1, tasklist",
        "coordinator, tasklist",
        "headK, tasklist",
        "admin, cockpit",
        "processOwner, cockpit"
    })
    void everybodyIsSentToThePlaceWhereTheyWork(String person, String app) {
        assertThat(browser.login(person, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/camunda/app/" + app + "/default/");
    }

    /** Without the engine's name, the log-in form of a webapp does not work after the session has ended. */
    @Test
    void aVisitorLearnsOnlyTheEnginesName() {
        assertThat(browser.get("/camunda/api/engine/engine/").body()).isEqualTo("[{\"name\":\"default\"}]");
        var refused = browser.get(COUNT);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("Inloggningen har gått ut.");
        assertThat(browser.get("/camunda/api/engine/engine/default/user").statusCode())
                .isEqualTo(401);
        assertThat(browser.postJson("/camunda/api/engine/engine/", "{}").statusCode())
                .isIn(401, 403);
    }

    @Test
    void staffLogInOnceAndHaveTheSameGroupsAndBoardsInTheWebapps() {
        assertThat(browser.get(TASKLIST).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");

        assertThat(browser.login("officerK1", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains(TASKLIST);

        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        var who = json(browser.get(WHO));
        assertThat(who.get("userId").asText()).isEqualTo("officerK1");
        assertThat(who.get("authorizedApps"))
                .extracting(app -> app.asText())
                .contains("tasklist")
                .doesNotContain("cockpit", "admin");
        assertThat(json(browser.get("/camunda/api/engine/engine/default/identity/groups?userId=officerK1"))
                        .get("groups")
                        .get(0)
                        .get("name")
                        .asText())
                .isEqualTo("Handläggare");
        assertThat(browser.get(COUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutOfTidigLogsOutOfTheWebapps() {
        browser.login("officerK1", PASSWORD);
        assertThat(browser.get(COUNT).statusCode()).isEqualTo(200);

        browser.postForm("/login", "/logout", Map.of());

        assertThat(browser.get(COUNT).statusCode()).isEqualTo(401);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void loggingOutOfAWebappLogsOutOfTidig() {
        browser.login("officerK1", PASSWORD);
        assertThat(browser.get("/arenden/K-2026-1-001").statusCode()).isNotEqualTo(302);

        var forged = browser.postFormWithout(WHO + "/logout", Map.of());
        assertThat(forged.statusCode()).as("sent by another site").isEqualTo(403);
        assertThat(browser.get("/arenden/K-2026-1-001").statusCode()).isNotEqualTo(302);

        assertThat(browser.postFormAsWebapp(WHO + "/logout", Map.of()).statusCode())
                .isEqualTo(204);

        assertThat(browser.get("/arenden/K-2026-1-001").statusCode()).isEqualTo(302);
    }

    @Test
    void aWebappsOwnLoginFormLogsInToTidig() {
        var form = Map.of("username", "officerK1", "password", PASSWORD);
        assertThat(browser.postFormWithout(WHO + "/login/tasklist", form).statusCode())
                .as("sent by another site")
                .isEqualTo(401);
        assertThat(browser.send("GET", COUNT, "", "").statusCode()).isEqualTo(401);

        var client = new Browser(port);
        var answer = client.postFormAsWebapp(WHO + "/login/tasklist", form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("userId").asText()).isEqualTo("officerK1");
        assertThat(client.get(COUNT).statusCode()).isEqualTo(200);
        assertThat(client.get("/arenden/K-2026-1-001").statusCode()).isNotEqualTo(302);
        assertThat(client.postFormAsWebapp(
                                WHO + "/login/tasklist",
                                Map.of("username", "forening@example.org", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theNextPersonInTheSameBrowserIsNotTakenForThePreviousOne() {
        browser.login("admin", PASSWORD);
        browser.get(TASKLIST);
        assertThat(json(browser.get(WHO)).get("userId").asText()).isEqualTo("admin");
        browser.get(COUNT);

        browser.login("officerH1", PASSWORD);

        browser.get(TASKLIST);
        assertThat(json(browser.get(WHO)).get("userId").asText()).isEqualTo("officerH1");
    }

    @Test
    void eachLoginStartsANewSession() {
        browser.login("officerK2", PASSWORD);
        var before = browser.cookie("JSESSIONID");
        browser.login("officerK1", PASSWORD);
        assertThat(browser.cookie("JSESSIONID")).isPresent().isNotEqualTo(before);
    }

    @Test
    void applicantsReachTheirPagesAndNeitherWebappsNorRestNorCasePages() {
        var landing = browser.login("Forening@Example.org", PASSWORD);
        assertThat(landing.headers().firstValue("Location").orElseThrow()).endsWith("/mina-sidor");

        assertThat(browser.get("/mina-sidor").statusCode()).isNotIn(302, 401, 403);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(browser.get(COUNT).statusCode()).isEqualTo(403);
        assertThat(browser.get("/arenden/K-2026-1-001").statusCode()).isEqualTo(403);
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
        assertThat(new Browser(port)
                        .with("forening@example.org", PASSWORD)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void staffDoNotReachApplicantsPages() {
        browser.login("admin", PASSWORD);
        assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(403);
    }

    @Test
    void restRequiresAPasswordEveryTimeAndHasNoSession() {
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
        assertThat(browser.get("/engine-rest/task/count")
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElseThrow())
                .startsWith("Basic");
        assertThat(browser.get("/engine-rest/engine").statusCode()).isEqualTo(401);

        var client = new Browser(port).with("officerK1", PASSWORD);
        assertThat(client.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
        assertThat(client.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aSessionGivesNoAccessToRest() {
        browser.login("admin", PASSWORD);
        assertThat(browser.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void theWorkerReachesOnlyExternalTasks() {
        var client = new Browser(port).with(WorkerAccount.ID, worker.password());
        var fetch = "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1000}]}";

        assertThat(client.postJson("/engine-rest/external-task/fetchAndLock", fetch)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/engine-rest/task/count").statusCode()).isEqualTo(403);
        assertThat(client.get("/engine-rest/process-instance").statusCode()).isEqualTo(403);
        assertThat(browser.login(WorkerAccount.ID, worker.password())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?fel");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void aForgedLoginOrLogoutIsRefused() {
        var form = Map.of("username", "officerK1", "password", PASSWORD);
        assertThat(browser.postFormWithout("/login", form).statusCode()).isEqualTo(403);
    }

    @Test
    void theLoginPageSpeaksSwedishAndEnglish() {
        assertThat(browser.get("/login", "Accept-Language", "de").body())
                .contains("lang=\"sv\"", "Användarnamn eller e-postadress");
        assertThat(browser.get("/login?lang=en").body()).contains("lang=\"en\"", "User name or e-mail address");
        assertThat(browser.get("/login?fel&lang=sv").body()).contains("Fel användarnamn");
    }

    @Test
    void anAccountWhosePasswordIsGuessedMustWaitAlsoWithTheRightPassword() {
        for (var i = 0; i < LoginThrottle.ACCOUNT_LIMIT; i++) {
            assertThat(browser.login("officerK1", "gissning" + i)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/login?fel");
        }
        assertThat(browser.login("officerK1", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?vanta=10");
        assertThat(browser.get("/login?vanta=10").body()).contains("Vänta 10 minuter");
        assertThat(browser.get("/login?vanta=1").body()).contains("Vänta en minut ");
        assertThat(browser.get("/login?vanta=ring+oss").body()).contains("Vänta 10 minuter");
        assertThat(new Browser(port)
                        .with("officerK1", PASSWORD)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .as("over REST too")
                .isEqualTo(429);
        assertThat(new Browser(port)
                        .with("officerK2", PASSWORD)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .as("others do not wait")
                .isEqualTo(200);

        play.pass(LoginThrottle.PAUSE.plus(Duration.ofSeconds(1)));

        assertThat(browser.login("officerK1", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("/login");
    }

    @Test
    void aSuccessfulLoginClearsEarlierFailures() {
        for (var i = 0; i < LoginThrottle.ACCOUNT_LIMIT - 1; i++) {
            browser.login("officerK1", "gissning");
        }
        browser.login("officerK1", PASSWORD);
        browser.login("officerK1", "gissning");

        assertThat(new Browser(port)
                        .with("officerK1", PASSWORD)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatGuessesPasswordsOfManyAccountsMustWait() {
        for (var i = 0; i < LoginThrottle.ADDRESS_LIMIT; i++) {
            new Browser(port).with("person" + i, "gissning").get("/engine-rest/task/count");
        }
        assertThat(new Browser(port)
                        .with("officerK1", PASSWORD)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/h2-console",
                "/nowhere"
            })
    void anAddressThatIsNotAllowedIsDenied(String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(302);
        browser.login("admin", PASSWORD);
        assertThat(browser.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void healthIsPublicAndShowsNoDetails() {
        assertThat(browser.get("/actuator/health").body()).contains("status").doesNotContain("components", "postgres");
    }

    @Test
    void onlyAdministratorsAndTheMonitoringTokenSeeMetrics() {
        var path = "/actuator/prometheus";
        assertThat(doors.whileOpen(() -> browser.get(path)).body())
                .as("without the guard")
                .contains("jvm_memory_used_bytes");
        assertThat(browser.get(path).statusCode()).isEqualTo(401);
        assertThat(browser.get(path, "Authorization", "Bearer tests-token").body())
                .contains("jvm_memory_used_bytes");
        assertThat(browser.get(path, "Authorization", "Bearer tests-tokem").statusCode())
                .isEqualTo(401);
        assertThat(browser.get(path, "Authorization", "Bearer ").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).with("admin", PASSWORD).get(path).body()).contains("jvm_memory_used_bytes");
        for (var other : List.of("officerK1", "processOwner", "coordinator")) {
            assertThat(new Browser(port)
                            .with(other, PASSWORD)
                            .get("/engine-rest/task/count")
                            .statusCode())
                    .as("the password is right")
                    .isEqualTo(200);
            assertThat(new Browser(port).with(other, PASSWORD).get(path).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    /** Whoever could ask would learn which password is right, without the delays of the log-in. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/identity/verify", "/engine-rest/engine/default/identity/verify"})
    void nobodyCanTestPasswordsOfOthersOverRest(String path) {
        assertThat(doors.whileOpen(() -> browser.postJson(path, guess(PASSWORD)))
                        .body())
                .as("without the guard")
                .contains("\"authenticatedUser\":\"deciderK\"");
        for (var person : List.of("officerK1", "deciderK", "admin")) {
            var client = new Browser(port).with(person, PASSWORD);
            assertThat(client.postJson("/engine-rest/task/count", "{}").statusCode())
                    .isEqualTo(200);
            for (var password : List.of(PASSWORD, "gissning")) {
                assertThat(client.postJson(path, guess(password)).statusCode())
                        .as(person)
                        .isEqualTo(403);
            }
        }
        assertThat(browser.postJson(path, guess(PASSWORD)).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyCanTestPasswordsOfOthersInTheWebapps() {
        var api = "/camunda/api/engine/engine/default/";
        browser.login("officerK1", PASSWORD);
        browser.get(TASKLIST);
        assertThat(browser.get(api + "identity/groups?userId=officerK1").statusCode())
                .as("the same resource")
                .isEqualTo(200);
        assertThat(browser.postJson(api + "task/count", "{}").statusCode())
                .as("a request of the same kind")
                .isEqualTo(200);
        for (var password : List.of(PASSWORD, "gissning")) {
            assertThat(browser.postJson(api + "identity/verify", guess(password))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static String guess(String password) {
        return "{\"username\":\"deciderK\",\"password\":\"" + password + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/", TASKLIST, "/engine-rest/task"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        browser.login("officerK1", PASSWORD);
        var headers = browser.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).isPresent();
    }

    @Test
    void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
        var cookie = browser.login("officerK1", PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
    }
}
