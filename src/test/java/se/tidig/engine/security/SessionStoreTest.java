package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.AtOnce;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.ApplicantAccounts;

/** A session is in the database and nowhere else, with what the webapps keep in it. */
@TidigTest
class SessionStoreTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO = "/camunda/api/admin/auth/user/default";
    private static final String COUNT = "/camunda/api/engine/engine/default/task/count";
    private static final String APPLICANT = "forening@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicantAccounts applicants;

    @Autowired
    private Subscriptions subscriptions;

    private Browser officer;

    @BeforeEach
    void loggedIn() {
        officer = new Browser(port);
        officer.login("officerK1", DemoStaff.PASSWORD);
    }

    @Test
    void theDatabaseHasTheSessionWithWhatTheWebappsKeepInIt() {
        officer.get(TASKLIST);
        assertThat(Browser.json(officer.get(WHO)).path("userId").asText()).isEqualTo("officerK1");
        assertThat(officer.get(COUNT)).returns(200, HttpResponse::statusCode);

        assertThat(jdbc.sql("select principal_name from tidig.session")
                        .query(String.class)
                        .single())
                .isEqualTo("officerK1");
        assertThat(jdbc.sql("select attribute_name from tidig.session_attributes")
                        .query(String.class)
                        .list())
                .contains("SPRING_SECURITY_CONTEXT", "authenticatedUser");
    }

    @Test
    void whenASessionWasLastUsedIsWrittenOnceAMinute() {
        var before = lastUsed();
        officer.get(COUNT);
        assertThat(lastUsed()).isEqualTo(before);

        jdbc.sql("update tidig.session set last_access_time = last_access_time - 61000,"
                        + " expiry_time = expiry_time - 61000")
                .update();
        officer.get(COUNT);
        assertThat(lastUsed()).isGreaterThanOrEqualTo(before);
        assertThat(jdbc.sql("select expiry_time - last_access_time from tidig.session")
                        .query(Long.class)
                        .single())
                .isEqualTo(3_600_000);
    }

    private long lastUsed() {
        return jdbc.sql("select last_access_time from tidig.session")
                .query(Long.class)
                .single();
    }

    @Test
    void aSessionThatTheDatabaseNoLongerHasIsNoSession() {
        officer.get(TASKLIST);
        jdbc.sql("delete from tidig.session").update();
        assertThat(officer.get(COUNT)).returns(401, HttpResponse::statusCode);
        assertThat(place(officer.get("/arenden/K-2026-1-001", "Accept", "text/html")))
                .endsWith("/login?utgangen");
        assertThat(officer.get("/login?utgangen").body()).contains("Du har loggats ut", "Logga in och fortsätt");
        assertThat(place(officer.login("officerK1", DemoStaff.PASSWORD)))
                .as("the very page")
                .endsWith("/arenden/K-2026-1-001");
    }

    @Test
    void aFormThatIsSentAfterTheSessionHasEndedLeadsBackToItsPage() {
        applicants.register(APPLICANT, "Fatima Förening", DemoStaff.PASSWORD);
        assertThat(afterAFormFrom("http://localhost:" + port + "/mina-sidor?vy=allt"))
                .endsWith("/mina-sidor?vy=allt");
        assertThat(afterAFormFrom("https://evil.example/mina-sidor?vy=allt"))
                .as("not where another site says")
                .endsWith("/mina-sidor");
    }

    /** Where the log-in leads a person whose form came too late. */
    private String afterAFormFrom(String page) {
        var person = new Browser(port).behindProxy("Referer", page, "Accept", "text/html");
        person.login(APPLICANT, DemoStaff.PASSWORD);
        jdbc.sql("delete from tidig.session").update();
        assertThat(place(person.postForm("/login", "/mina-sidor/utlysningar", Map.of("board", "K"))))
                .endsWith("/login?utgangen");
        assertThat(place(person.login(APPLICANT, DemoStaff.PASSWORD))).endsWith("/fortsatt");
        person.postForm("/fortsatt", "/fortsatt", Map.of("_slang", "1"));
        return place(person.login(APPLICANT, DemoStaff.PASSWORD));
    }

    /** The page keeps what is typed itself, so nothing waits for its person. */
    @Test
    void aDraftThatSavesItselfAfterTheSessionHasEndedIsToldSoAndForgetsNoWantedPage() {
        applicants.register(APPLICANT, "Fatima Förening", DemoStaff.PASSWORD);
        var person = new Browser(port);
        person.login(APPLICANT, DemoStaff.PASSWORD);
        jdbc.sql("delete from tidig.session").update();
        var path = "/utkast/" + UUID.randomUUID() + "/group_project";
        assertThat(place(person.get(path, "Accept", "text/html"))).endsWith("/login?utgangen");

        assertThat(person.behindProxy("X-Requested-With", "fetch")
                        .postForm("/login", path, Map.of("title", "Skrivet efter lunch")))
                .returns(401, HttpResponse::statusCode);

        assertThat(jdbc.sql("select count(*) from tidig.held_form where path = ?")
                        .param(path)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(place(person.login(APPLICANT, DemoStaff.PASSWORD))).endsWith(path);
    }

    @Test
    void whatWasSentAfterTheSessionHadEndedIsSentAgainByItsPersonAndNobodyElse() {
        applicants.register(APPLICANT, "Fatima Förening", DemoStaff.PASSWORD);
        applicants.register("bo@example.org", "Bo Provsson", DemoStaff.PASSWORD);
        var person = new Browser(port);
        person.login(APPLICANT, DemoStaff.PASSWORD);
        jdbc.sql("delete from tidig.session").update();
        person.postForm("/login", "/mina-sidor/utlysningar", Map.of("board", "K,AC"));
        assertThat(subscriptions.of(APPLICANT)).isEmpty();

        assertThat(place(person.login("bo@example.org", DemoStaff.PASSWORD)))
                .as("another person in the same browser")
                .endsWith("/mina-sidor");
        assertThat(place(person.get("/fortsatt"))).endsWith("/");

        assertThat(place(person.login(APPLICANT, DemoStaff.PASSWORD))).endsWith("/fortsatt");
        assertThat(person.get("/fortsatt").body()).contains("Det du skrev finns kvar", "name=\"board\" value=\"K,AC\"");
        var again = person.postForm("/fortsatt", "/fortsatt", Map.of("board", "K,AC"));
        assertThat(again.statusCode()).as("the browser sends the form again").isEqualTo(307);
        assertThat(place(again)).endsWith("/mina-sidor/utlysningar");
        assertThat(jdbc.sql("select count(*) from tidig.held_form")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFormWithAPasswordIsNotKept() {
        applicants.register(APPLICANT, "Fatima Förening", DemoStaff.PASSWORD);
        var person = new Browser(port);
        person.login(APPLICANT, DemoStaff.PASSWORD);
        jdbc.sql("delete from tidig.session").update();
        person.postForm("/login", "/mina-sidor/konto/losenord", Map.of("current", "a", "password", "b"));
        assertThat(jdbc.sql("select count(*) from tidig.held_form")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSessionOfAnEarlierVersionLeadsToTheLogIn() {
        jdbc.sql("update tidig.session_attributes set attribute_bytes = ?")
                .param(Base64.getDecoder().decode("rO0ABXNyAA5ubyBzdWNoLkNsYXNzMQ=="))
                .update();
        assertThat(place(officer.get("/arenden/K-2026-1-001"))).contains("/login");
    }

    @Test
    void requestsOfOnePageAtTheSameTimeKeepTheSession() {
        AtOnce.run(0, 8, () -> officer.get(TASKLIST).statusCode());
        assertThat(AtOnce.run(0, 8, () -> officer.get(COUNT).statusCode())).containsOnly(200);
    }

    @Test
    void loggingOutRemovesTheSessionFromTheDatabase() {
        officer.postForm("/login", "/logout", Map.of());
        assertThat(jdbc.sql("select count(*) from tidig.session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
