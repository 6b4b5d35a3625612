package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Chromium;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.Applications;
import se.tidig.application.draft.DraftFixture;
import se.tidig.call.CallFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;

/** A whole application with the keyboard alone: what has the focus is always seen, and comes in the order of the page. */
@TidigTest
class KeyboardTest {

    /** More than any page has. */
    private static final int MOST_STEPS = 200;

    /** What has the focus: its name for people, whether it is seen to have it, and whether it stands in the window. */
    private static final String FOCUSED =
            """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return {name: '', seen: true, inside: true, top: 0};
              const style = getComputedStyle(e), after = getComputedStyle(e, '::after'), box = e.getBoundingClientRect();
              const ring = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
              const label = e.labels && e.labels.length ? e.labels[0].innerText : e.innerText || e.getAttribute('aria-label') || '';
              return {
                name: label.replace(/\\s+/g, ' ').trim(),
                seen: ring(style) || ring(after) || e.matches('main, .summary, fieldset'),
                inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
                top: Math.round(box.top + scrollY),
              };
            }
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private CallFixture calls;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private Applications applications;

    private Screen screen;
    private Page page;
    private Reference call;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
        call = calls.open(Board.K);
        fixture.person(DraftFixture.ANNA, DraftFixture.BRYGGAN, Right.SUBMIT);
        page = screen.window(1280, true);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void anApplicationIsMadeWithTheKeyboardAlone() {
        page.navigate("/utlysningar/" + call);
        press("Tab");
        assertThat(focused("name")).isEqualTo("Till innehållet");
        press("Enter");
        reach("Ansök");
        go();
        reach("Användarnamn eller e-postadress");
        type(DraftFixture.ANNA);
        press("Tab");
        type(DemoStaff.PASSWORD);
        go();
        reach("Börja eller fortsätt ansökan");
        go();
        page.waitForURL(Pattern.compile(".*/utkast/[-0-9a-f]{36}"));

        reach("Sökande");
        go();
        reach("Organisationsform");
        choose("Ideell förening");
        reach("E-postadress");
        type("anna@example.org");
        reach("Spara och gå till delarna");
        go();

        reach("Verksamheten");
        go();
        reach("Verksamhetens namn");
        type("Språkcafé på Bryggan");
        reach("Första dag");
        type("i vår");
        reach("Spara och gå vidare");
        go();
        page.waitForURL("**/*?fel*");
        assertThat(page.locator(".summary")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("Fel: Verksamheten.*"));
        press("Tab");
        while (!focused("name").contains("datum")) {
            press("Tab");
        }
        press("Enter");
        assertThat(page.getByLabel("Första dag")).isFocused();
        assertThat(page.getByLabel("Första dag")).hasAccessibleDescription(Pattern.compile(".*datum.*"));
        press("Control+a");
        type("1 februari 2027");
        reach("Spara och gå till delarna");
        go();

        reach("Budget");
        go();
        reach("Lägg till kostnadspost");
        go();
        page.waitForURL("**/group_budget#*");
        assertThat(focused("seen")).isEqualTo("true");
        reach("Spara och gå till delarna");
        go();

        reach("Försäkra och skicka in");
        go();
        reach("Skicka in ansökan");
        go();
        assertThat(page.locator(".summary")).isFocused();
        reach("Uppdrag i organisationen eller befattning");
        press("Control+a");
        type("ordförande");
        reach("behörig företrädare");
        press("Space");
        for (var vouch : new String[] {"att uppgifterna är riktiga", "att jag får skriva under", "att vi anmäler"}) {
            reach(vouch);
            press("Space");
        }
        reach("Skicka in ansökan");
        go();
        assertThat(page.getByRole(AriaRole.HEADING, named("Ansökan har kommit in")))
                .isVisible();
        assertThat(applications.ofCall(call)).hasSize(1);
    }

    private void press(String key) {
        page.keyboard().press(key);
        page.waitForLoadState();
    }

    /** Presses Enter, and the next page is there. */
    private void go() {
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press("Enter");
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes down in the list to its first alternative. */
    private void choose(String alternative) {
        press("ArrowDown");
        assertThat(page.locator(":focus option:checked")).hasText(alternative);
    }

    /** Goes on with Tab until something whose name begins so has the focus; each step is seen. */
    private void reach(String name) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (focused("name").startsWith(name)) {
                return;
            }
            press("Tab");
            assertThat(focused("seen"))
                    .as("a focus that is seen, at " + focused("name"))
                    .isEqualTo("true");
            assertThat(focused("inside"))
                    .as("a focus in the window, at " + focused("name"))
                    .isEqualTo("true");
        }
        throw new AssertionError("Nothing on " + page.url() + " that is called " + name);
    }

    private String focused(String what) {
        return String.valueOf(((Map<?, ?>) page.evaluate(FOCUSED)).get(what));
    }
}
