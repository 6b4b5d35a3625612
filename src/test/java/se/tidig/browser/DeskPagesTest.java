package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Chromium;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.organisation.Board;

/** The pages of staff in a browser: their frame, and that they hold at every width and in both colour schemes. */
@TidigTest
class DeskPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationFixture applications;

    private Screen screen;
    private String reference;

    @BeforeEach
    void received() {
        screen = new Screen(Chromium.program(), port);
        reference = applications
                .receive(Board.K, ApplicationFixture.answers())
                .reference()
                .value();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private Page as(String person, int width) {
        var page = screen.person(person);
        page.setViewportSize(width, 800);
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1366, 1920})
    void aPageHasNoObstacleAndFitsItsWindow(int width) {
        var page = as("registrarK", width);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var path : new String[] {
                "/arenden",
                "/arenden?q=språkcafé",
                "/arenden?utlysning=" + reference.replaceFirst("-[0-9]+$", ""),
                "/arenden?q=finnsinte&fran=x",
                "/arenden/" + reference,
                "/arenden/K-1999-1-001",
                "/foretradare",
                "/losenord"
            }) {
                page.navigate(path);
                Accessibility.holds(page);
            }
        }
    }

    @Test
    void anAdministratorsPagesHaveNoObstacleAndFitATelephone() {
        var page = as("admin", 320);
        for (var path : new String[] {"/personal", "/personal/tillganglighet", "/arenden/" + reference}) {
            page.navigate(path);
            Accessibility.holds(page);
        }
        page.navigate("/personal");
        page.locator("a[href='/personal?visa=officerK1#person']").click();
        assertThat(page.locator("#person form")).not().hasCount(0);
        Accessibility.holds(page);
    }

    @Test
    void theMenuHoldsWhatThePersonsGroupsUse() {
        var officer = as("officerK1", 1366);
        officer.navigate("/losenord");
        assertThat(officer.getByRole(AriaRole.LINK, named("Uppgiftslistan"))).isVisible();
        assertThat(officer.getByRole(AriaRole.LINK, named("Personal"))).hasCount(0);
        var administrator = as("admin", 1366);
        administrator.navigate("/losenord");
        assertThat(administrator.getByRole(AriaRole.LINK, named("Personal"))).isVisible();
    }

    @Test
    void thePersonsMenuClosesOnEscapeAndOnAClickBeside() {
        var page = as("officerK1", 1366);
        page.navigate("/losenord");
        var logout = page.getByRole(AriaRole.BUTTON, named("Logga ut"));
        assertThat(logout).isHidden();
        page.locator(".bar summary").click();
        assertThat(logout).isVisible();
        Accessibility.holds(page);
        page.keyboard().press("Escape");
        assertThat(logout).isHidden();
        page.locator(".bar summary").click();
        page.locator("h1").click();
        assertThat(logout).isHidden();
    }

    /** Without scripts, on a telephone: the same list, its menus and a case and back. */
    @Test
    void theRegisterWorksWithoutScripts() {
        var page = screen.window(320, false);
        page.navigate("/login");
        Screen.login(page, "officerK1");
        page.navigate("/arenden");
        page.getByLabel("Ord", new Page.GetByLabelOptions().setExact(true)).fill("språkcafé");
        page.getByRole(AriaRole.BUTTON, named("Visa")).first().click();
        page.locator("summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Kolumner"))
                .click();
        page.getByLabel("Diarienummer").check();
        page.locator("details[open]").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("thead")).containsText("Diarienummer");
        page.getByRole(AriaRole.LINK, named(reference)).click();
        assertThat(page.locator("h1")).containsText(reference);
        page.getByRole(AriaRole.LINK, named("Ärenden")).last().click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*q=spr%C3%A5kcaf%C3%A9.*kol=diarienummer.*"));
        assertThat(page.getByRole(AriaRole.LINK, named(reference))).isVisible();
    }

    /** Paper has no menus and no buttons. */
    @Test
    void aPrintedPageHoldsItsContentOnly() {
        var page = as("registrarK", 1366);
        page.navigate("/arenden/" + reference);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator("header.bar")).isHidden();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("main button:visible").count()).isZero();
    }
}
