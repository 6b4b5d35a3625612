package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.engine.DemoStaff.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.identity.LoginThrottle;
import se.tidig.organisation.ApplicantAccounts;

/** A stranger behind the same address as a person does not lock the person's own browser out. */
@TidigTest
class KnownDeviceTest {

    private static final String APPLICANT = "forening@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicantAccounts applicants;

    private Browser own;

    @BeforeEach
    void thePersonHasLoggedInOnce() {
        applicants.register(APPLICANT, "Fatima Förening", PASSWORD);
        own = atTheLibrary();
        assertThat(login(own, APPLICANT, PASSWORD)).endsWith("/mina-sidor");
        own.postForm("/login", "/logout", Map.of());
    }

    @Test
    void wrongPasswordsFromTheSameAddressHoldUpOtherBrowsersOnly() {
        strangerGuesses(APPLICANT);
        assertThat(login(atTheLibrary(), APPLICANT, PASSWORD)).contains("/login?vanta");
        assertThat(login(own, APPLICANT, PASSWORD)).endsWith("/mina-sidor");
    }

    @Test
    void theBrowsersOwnWrongPasswordsAreCounted() {
        for (int i = 0; i < LoginThrottle.ACCOUNT_LIMIT; i++) {
            assertThat(login(own, APPLICANT, "gissning")).endsWith("/login?fel");
        }
        assertThat(login(own, APPLICANT, PASSWORD)).contains("/login?vanta");
        assertThat(login(atTheLibrary(), APPLICANT, PASSWORD))
                .as("the address has none of them")
                .endsWith("/mina-sidor");
    }

    @Test
    void theBrowserIsKnownForThePeopleWhoHaveLoggedInWithItAndNoOthers() {
        strangerGuesses("officerK1");
        assertThat(login(own, "officerK1", PASSWORD)).contains("/login?vanta");
    }

    @Test
    void aBrowserKeepsItsCookieForTheNextPerson() {
        var cookie = own.cookie(KnownDevice.COOKIE);
        login(own, "officerK2", PASSWORD);
        assertThat(own.cookie(KnownDevice.COOKIE)).isPresent().isEqualTo(cookie);
        strangerGuesses("officerK2");
        assertThat(login(own, "officerK2", PASSWORD)).doesNotContain("/login");
    }

    @Test
    void aMadeUpCookieIsNoKnownBrowser() {
        strangerGuesses(APPLICANT);
        for (var made : new String[] {
            "x".repeat(43), "", "device", own.cookie(KnownDevice.COOKIE).orElseThrow() + "x"
        }) {
            var forger = atTheLibrary();
            forger.keep(KnownDevice.COOKIE, made);
            assertThat(login(forger, APPLICANT, PASSWORD)).as(made).contains("/login?vanta");
        }
    }

    @Test
    void theCookieIsHiddenFromScriptsAndOtherSites() {
        assertThat(own.login(APPLICANT, PASSWORD).headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(KnownDevice.COOKIE)
                        .contains("HttpOnly", "SameSite=Lax", "Max-Age=7776000"));
    }

    private void strangerGuesses(String account) {
        for (int i = 0; i < LoginThrottle.ACCOUNT_LIMIT; i++) {
            login(atTheLibrary(), account, "gissning");
        }
    }

    private Browser atTheLibrary() {
        return new Browser(port).behindProxy("X-Forwarded-For", "203.0.113.7");
    }

    private static String login(Browser browser, String account, String password) {
        return browser.login(account, password).headers().firstValue("Location").orElseThrow();
    }
}
