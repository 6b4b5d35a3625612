package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Chromium;
import se.tidig.TidigTest;
import se.tidig.call.CallFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;

/** The portal as applicants see it, in a real browser. */
@TidigTest
class PortalTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CallFixture calls;

    @Autowired
    private ApplicantAccounts applicants;

    private Screen screen;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void anOpenCallIsFoundAndReadInSwedishAndInEnglish() {
        var reference = calls.open(Board.K);
        var page = screen.visitor();
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.HEADING, named("Öppna för ansökan (1)")))
                .isVisible();

        page.getByRole(AriaRole.LINK, named("Statsbidrag till tidiga insatser för asylsökande"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Vem kan söka?"))).isVisible();
        assertThat(page).hasURL("http://localhost:" + port + "/utlysningar/" + reference);

        page.getByRole(AriaRole.LINK, named("English")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Who can apply?"))).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByText("SEK 1,000,000")).isVisible();
    }

    /** A page wider than a telephone is scrolled sideways, line by line. */
    @ParameterizedTest
    @ValueSource(ints = {390, 320})
    void aCallFitsATelephone(int width) {
        var page = screen.visitor();
        page.setViewportSize(width, 800);
        page.navigate("/utlysningar/" + calls.open(Board.K));
        page.evaluate(
                "document.querySelectorAll('dd').forEach(dd => dd.textContent += '.tidiga.insatser@lansstyrelsen.example')");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }

    @Test
    void anApplicantIsToldThatTasklistIsNotForThem() {
        applicants.register("forening@example.org", "Fatima Förening", DemoStaff.PASSWORD);
        var page = screen.person("forening@example.org");
        page.waitForURL("**/mina-sidor");
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page.getByRole(AriaRole.HEADING, named("Du har inte tillgång till sidan")))
                .isVisible();
    }
}
