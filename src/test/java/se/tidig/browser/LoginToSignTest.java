package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Browser;
import se.tidig.Chromium;
import se.tidig.application.draft.DraftFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.security.SignOnFixture;

/** A person logs in more strongly to sign, in a browser, which stops forms whose answers lead to another site. */
class LoginToSignTest extends SignOnFixture {

    private static final String ENDED =
            Base64.getEncoder().encodeToString(new UUID(0, 0).toString().getBytes());

    @Autowired
    private DraftFixture fixture;

    private Screen screen;
    private String sign;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
        sign = "/utkast/" + fixture.begun() + "/skicka";
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoFollowsALinkToSignLogsInWithAPasswordThenMoreStronglyAndSigns(boolean scripts) {
        var page = screen.window(375, scripts);
        page.navigate(sign);
        Screen.login(page, ANNA);
        if (scripts) {
            assertThat(page.getByRole(AriaRole.HEADING, named("Logga in på ett säkrare sätt")))
                    .isVisible();
            Accessibility.holds(page);
        }
        logInStrongly(page);
        declare(page);
        assertThat(page).hasURL(Pattern.compile(".*/kvitto"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSentWithAnEndedSessionIsSentAgainAfterTheStrongerLogIn(boolean scripts) {
        var page = screen.window(375, scripts);
        page.navigate(sign);
        Screen.login(page, ANNA);
        logInStrongly(page);
        assertThat(page.locator("[name=signer]")).isVisible();
        // Of a session that is no more.
        page.context()
                .addCookies(List.of(
                        new Cookie("JSESSIONID", ENDED).setDomain("localhost").setPath("/")));
        declare(page);

        page.getByLabel("Lösenord").waitFor();
        page.locator("input[name=username]").fill(ANNA);
        page.locator("input[name=password]").fill(DemoStaff.PASSWORD);
        page.locator("main form button.btn").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/fortsatt"));
        page.locator("main form button.btn").first().click();
        logInStrongly(page);
        page.locator("main form button.btn").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/kvitto"));
    }

    private static void logInStrongly(Page page) {
        page.getByRole(AriaRole.LINK, named("Logga in med Organisationernas inloggning"))
                .click();
        page.locator("[name=username]").fill("anna");
        page.locator("[name=claims]").fill(Browser.asJson(Map.of("email", ANNA, "email_verified", true, "acr", "hog")));
        page.locator("[type=submit]").click();
    }

    private static void declare(Page page) {
        page.locator("[name=signer]").fill("Anna Exempelsson");
        page.locator("[name=role]").fill("ordförande");
        page.locator("[name=capacity][value=SIGNATORY]").check();
        for (var name : new String[] {"truthful", "entitled", "reports"}) {
            page.locator("[name=" + name + "]").check();
        }
        page.locator("main form button.btn").last().click();
    }
}
