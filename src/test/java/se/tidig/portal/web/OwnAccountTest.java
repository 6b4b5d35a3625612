package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Mailbox;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.identity.LoginThrottle;
import se.tidig.organisation.ApplicantAccounts;

@TidigTest
class OwnAccountTest {

    private static final String ADDRESS = "kim@example.org";
    private static final String PASSWORD = DemoStaff.PASSWORD;
    private static final String OTHER = "en annan mening";
    private static final String PAGE = "/mina-sidor/konto";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private Mailbox mailbox;

    private Browser browser;

    @BeforeEach
    void loggedIn() {
        accounts.register(ADDRESS, "Kim Exempelsson", PASSWORD);
        browser = new Browser(port);
        browser.login(ADDRESS, PASSWORD);
    }

    @Test
    void aPersonSeesTheirLogInsAndThoseThatFailed() {
        new Browser(port).behindProxy("X-Forwarded-For", "198.51.100.7").login(ADDRESS, "gissning");
        assertThat(browser.get(PAGE).body())
                .contains("Du loggar in med " + ADDRESS)
                .containsSubsequence("198.51.100.7", "Fel lösenord", "127.0.0.1", "Inloggad");
    }

    @Test
    void aPersonChangesTheirName() {
        browser.postForm(PAGE, PAGE + "/namn", Map.of("name", "Kim Provsson"));
        assertThat(browser.get(PAGE).body()).contains("Namnet är sparat.", "Inloggad: Kim Provsson");

        var refused = browser.postForm(PAGE, PAGE + "/namn", Map.of("name", "<b>Kim</b>"));
        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("Ange ditt namn", "value=\"&lt;b&gt;Kim&lt;/b&gt;\"");
    }

    @Test
    void aChangedPasswordEndsAllSessionsAndIsTold() {
        var elsewhere = new Browser(port);
        elsewhere.login(ADDRESS, PASSWORD);

        var answer = change(PASSWORD, OTHER);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?nytt");
        assertThat(elsewhere.get(PAGE)).returns(302, HttpResponse::statusCode);
        assertThat(browser.get(PAGE)).returns(302, HttpResponse::statusCode);
        assertThat(mailbox.kinds(ADDRESS)).containsExactly("CHANGED");
        assertThat(browser.login(ADDRESS, OTHER)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/mina-sidor");
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndIsThrottled() {
        assertThat(change("gissning", OTHER).body()).contains("Det nuvarande lösenordet stämmer inte");
        for (var n = 1; n < LoginThrottle.ACCOUNT_LIMIT; n++) {
            change("gissning", OTHER);
        }
        assertThat(change(PASSWORD, OTHER).body()).contains("Vänta tio minuter");
        assertThat(mailbox.kinds(ADDRESS)).isEmpty();
    }

    private HttpResponse<String> change(String current, String chosen) {
        return browser.postForm(PAGE, PAGE + "/losenord", Map.of("current", current, "password", chosen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "admin"})
    void staffHaveNoSuchPage(String person) {
        var staff = new Browser(port);
        staff.login(person, PASSWORD);
        assertThat(staff.get(PAGE)).returns(403, HttpResponse::statusCode);
    }

    @Test
    void aVisitorLogsInAndComesToThePage() {
        var visitor = new Browser(port);
        assertThat(visitor.get(PAGE, "Accept", "text/html")).returns(302, HttpResponse::statusCode);
        assertThat(visitor.login(ADDRESS, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(PAGE);
    }
}
