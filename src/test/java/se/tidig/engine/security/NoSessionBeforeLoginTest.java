package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.engine.DemoStaff.PASSWORD;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;

/**
 * A visitor who is not logged in has no session; otherwise many refused requests would fill the memory with sessions.
 */
@TidigTest
class NoSessionBeforeLoginTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?fel",
                "/mina-sidor",
                "/arenden/K-2026-1-001",
                "/personal",
                "/losenord",
                "/nowhere",
                "/error",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/setup/default/user/create",
                "/engine-rest/task",
                "/actuator/env",
                "/actuator/prometheus"
            })
    void aRequestStartsNoSession(String path) {
        var browser = new Browser(port);
        browser.get(path, "Accept", "text/html");
        browser.postFormWithout(path, Map.of("username", "admin", "password", "gissning"));
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aWrongPasswordStartsNoSession() {
        var browser = new Browser(port);
        browser.login("officerK1", "gissning");
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void theLoginLeadsToThePageThatWasAskedFor() {
        var browser = new Browser(port);
        browser.get("/arenden/K-2026-1-001?vy=allt", "Accept", "text/html");
        assertThat(browser.login("officerK1", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/arenden/K-2026-1-001?vy=allt"));
        browser.get("/arenden/K-2026-1-001?vy=allt", "Accept", "text/html");
        browser.postForm("/login", "/logout", Map.of());
        assertThat(browser.login("officerK1", PASSWORD).headers().firstValue("Location"))
                .as("once")
                .hasValueSatisfying(place -> assertThat(place).contains("/camunda/app/tasklist"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example/", "/\\evil.example/", "/ok\r\nX: y", "javascript:1"})
    void aForgedCookieLeadsToNoOtherSite(String place) {
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes());
        var browser = new Browser(port).behindProxy("Cookie", "onskad-sida=" + forged);
        assertThat(browser.login("officerK1", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(led -> assertThat(led).contains("/camunda/app/tasklist"));
    }
}
