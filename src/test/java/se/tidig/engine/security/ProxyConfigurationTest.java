package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.engine.DemoStaff.PASSWORD;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import se.tidig.Browser;
import se.tidig.CannotStart;
import se.tidig.TidigTest;
import se.tidig.engine.identity.LoginThrottle;

/** Behind a proxy each person has their own address, and strangers cannot lock anybody out. */
@TidigTest
class ProxyConfigurationTest {

    @LocalServerPort
    private int port;

    private int taskCount(String address, String person, String password) {
        return new Browser(port)
                .behindProxy("X-Forwarded-For", address)
                .with(person, password)
                .get("/engine-rest/task/count")
                .statusCode();
    }

    @Test
    void aStrangerWhoGuessesAPasswordLocksOutOnlyThemselves() {
        for (int i = 0; i < LoginThrottle.ACCOUNT_LIMIT; i++) {
            assertThat(taskCount("203.0.113.7", "deciderK", "gissning" + i)).isEqualTo(401);
        }
        assertThat(taskCount("203.0.113.7", "deciderK", PASSWORD)).isEqualTo(429);
        assertThat(taskCount("198.51.100.1", "deciderK", PASSWORD)).isEqualTo(200);
    }

    @Test
    void fiftyFailedLoginsFromOneAddressDelayNobodyAtOtherAddresses() {
        for (int i = 0; i < LoginThrottle.ADDRESS_LIMIT; i++) {
            taskCount("203.0.113.7", "person" + i, "gissning");
        }
        assertThat(taskCount("203.0.113.7", "officerK1", PASSWORD)).isEqualTo(429);
        assertThat(taskCount("198.51.100.1", "officerK1", PASSWORD)).isEqualTo(200);
    }

    @Test
    void colleaguesFailuresDoNotDelayAPersonWhoHasLoggedInFromTheOfficeBefore() {
        assertThat(taskCount("203.0.113.7", "officerK1", PASSWORD)).isEqualTo(200);
        for (int i = 0; i < LoginThrottle.ADDRESS_LIMIT; i++) {
            taskCount("203.0.113.7", "person" + i, "gissning");
        }
        assertThat(taskCount("203.0.113.7", "officerK1", PASSWORD)).isEqualTo(200);
        assertThat(taskCount("203.0.113.7", "officerK2", PASSWORD))
                .as("an unknown address")
                .isEqualTo(429);
    }

    @Test
    void anAddressThatTheClientForgesIsIgnored() {
        // The proxy appends the address that it sees to what the client sent.
        for (int i = 0; i < LoginThrottle.ACCOUNT_LIMIT; i++) {
            assertThat(taskCount("192.0.2." + i + ", 203.0.113.7", "deciderK", "gissning"))
                    .isEqualTo(401);
        }
        assertThat(taskCount("192.0.2.99, 203.0.113.7", "deciderK", PASSWORD)).isEqualTo(429);
    }

    @Test
    void behindAnHttpsProxyLinksCookiesAndHeadersAreThoseOfHttps() {
        var browser = new Browser(port)
                .behindProxy("X-Forwarded-Proto", "https", "X-Forwarded-Host", "tidig.lansstyrelsen.example");
        var redirect = browser.get("/mina-sidor").headers();
        assertThat(redirect.firstValue("Location")).contains("https://tidig.lansstyrelsen.example/login");
        assertThat(browser.get("/login").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(browser.get("/login").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    @Test
    void theHeadersOfOtherSendersAreIgnored() throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream()
                    .write(("GET /mina-sidor HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .contains("Location: http://localhost:" + port + "/login")
                    .doesNotContain("evil");
        }
    }

    @Test
    void aSettingThatIsNoAddressStopsTheStart() {
        assertThatThrownBy(() -> new ProxyConfiguration(List.of("10.1.2.3", "proxy.lansstyrelsen.example"))
                        .customize(new TomcatServletWebServerFactory()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("proxy.lansstyrelsen.example, som inte är en IP-adress");
    }
}
