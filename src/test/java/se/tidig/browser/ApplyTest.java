package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Chromium;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.Applications;
import se.tidig.application.draft.DraftFixture;
import se.tidig.call.CallFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;

/** A whole application, from the call's page to the receipt, in a real browser. */
@TidigTest
class ApplyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CallFixture calls;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private Applications applications;

    @Autowired
    private JdbcClient jdbc;

    private Screen screen;
    private Reference call;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
        call = calls.open(Board.K);
        fixture.person(DraftFixture.ANNA, DraftFixture.BRYGGAN, Right.SUBMIT);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void anAssociationAppliesOnATelephoneWithoutScripts() {
        var page = screen.window(375, false);
        begin(page, "/login", "Ansök");
        looksRight(page, 375);
        page.getByRole(AriaRole.LINK, named("Sökande")).click();
        page.getByLabel("Organisationsform").selectOption("association");
        page.getByLabel("E-postadress").fill("anna@example.org");
        looksRight(page, 375);
        page.getByRole(AriaRole.BUTTON, named("Spara och gå till delarna")).click();

        page.getByRole(AriaRole.LINK, named("Verksamheten")).click();
        page.getByLabel("Verksamhetens namn").fill("Språkcafé på Bryggan");
        page.getByLabel("Vad ska ni göra?").fill("Språkcafé två kvällar i veckan.");
        page.getByLabel("Första dag").fill("i vår");
        page.getByRole(AriaRole.BUTTON, named("Spara och gå vidare")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        looksRight(page, 375);
        page.getByLabel("Första dag").fill("1 februari 2027");
        page.getByLabel("Sista dag").fill("2027-12-31");
        page.getByRole(AriaRole.BUTTON, named("Spara och gå till delarna")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Språkcafé på Bryggan")))
                .isVisible();

        page.getByRole(AriaRole.LINK, named("Budget")).click();
        page.getByLabel("Beskrivning").first().fill("Ledare");
        page.getByLabel(Pattern.compile("^Belopp.*")).first().fill("80 000,50");
        page.getByRole(AriaRole.BUTTON, named("Lägg till kostnadspost")).click();
        page.getByLabel("Beskrivning").nth(1).fill("Hyra");
        page.getByLabel(Pattern.compile("^Belopp.*")).nth(1).fill("20.000");
        page.getByLabel(Pattern.compile("^Sökt belopp.*")).fill("100 000 kr");
        looksRight(page, 375);
        page.getByRole(AriaRole.BUTTON, named("Spara och gå till delarna")).click();

        page.getByRole(AriaRole.LINK, named("Granska svaren")).click();
        assertThat(page.getByText("Språkcafé två kvällar i veckan.")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named("Det här saknas"))).isVisible();
        looksRight(page, 375);
        page.getByRole(AriaRole.LINK, named("Gå vidare till försäkran")).click();
        page.getByRole(AriaRole.BUTTON, named("Skicka in ansökan")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        looksRight(page, 375);
        page.getByLabel("Uppdrag i organisationen eller befattning").fill("ordförande");
        page.getByRole(AriaRole.RADIO, named("behörig företrädare")).check();
        page.getByLabel("att uppgifterna är riktiga och fullständiga").check();
        page.getByLabel(Pattern.compile("att jag får skriva under.*")).check();
        page.getByLabel(Pattern.compile("att vi anmäler.*")).check();
        page.getByRole(AriaRole.BUTTON, named("Skicka in ansökan")).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Ansökan har kommit in")))
                .isVisible();
        looksRight(page, 375);
        var application = applications.ofCall(call).get(0);
        assertThat(page.getByText(application.reference().value())).isVisible();
        assertThat(application.requestedAmount().toString()).isEqualTo("100\u00a0000\u00a0kr");
        assertThat(application.given().rows("budgetLines")).hasSize(2);
        page.getByRole(AriaRole.LINK, named("Läs och skriv ut ansökan")).click();
        assertThat(page.getByText("Språkcafé två kvällar i veckan.")).isVisible();
        looksRight(page, 375);
    }

    @Test
    void theDraftSavesItselfAsOneTypesAndSaysSoInEnglish() {
        var page = screen.window(1440, true);
        begin(page, "/login?lang=en", "Apply");
        page.getByRole(AriaRole.LINK, named("The activities")).click();
        page.getByLabel("Name of the activities").fill("Språkcafé på Bryggan");
        assertThat(page.locator("#autosave")).containsText("Saved at");
        page.getByLabel("What need do the activities meet?").fill("Många väntar.");
        page.getByLabel("What need do the activities meet?").blur();
        assertThat(page.locator("#autosave")).containsText("Saved at");
        page.waitForTimeout(500);
        page.reload();
        assertThat(page.getByLabel("Name of the activities")).hasValue("Språkcafé på Bryggan");
        assertThat(page.getByLabel("What need do the activities meet?")).hasValue("Många väntar.");

        page.navigate(page.url().replaceFirst("/group_project.*", "/granska"));
        page.navigate(page.url().replaceFirst("/granska.*", "/skicka"));
        page.getByLabel("Role").fill("chair");
        page.getByRole(AriaRole.RADIO, named("authorised signatory")).check();
        for (var vouch : List.of("that the information.*", "that I may sign.*", "that we will report.*")) {
            page.getByLabel(Pattern.compile(vouch)).check();
        }
        page.getByRole(AriaRole.BUTTON, named("Submit the application")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("The application has been received")))
                .isVisible();
    }

    @Test
    void whatIsTypedWithoutAConnectionIsOfferedBack() {
        var page = screen.window(1024, true);
        begin(page, "/login", "Ansök");
        page.getByRole(AriaRole.LINK, named("Verksamheten")).click();
        page.waitForURL("**/group_project");
        page.context().setOffline(true);
        page.getByLabel("Verksamhetens namn").fill("Skrivet på tåget");
        page.getByLabel("Verksamhetens namn").blur();
        assertThat(page.locator("#autosave")).containsText("Det går inte att spara just nu");
        var address = page.url();
        var window = page.context();
        // A closed lid: the script gets no chance to save.
        page.close();
        window.setOffline(false);
        var other = window.newPage();
        other.navigate(address);
        assertThat(other.getByLabel("Verksamhetens namn")).hasValue("");
        other.getByRole(AriaRole.BUTTON, named("Hämta tillbaka texten")).click();
        assertThat(other.getByLabel("Verksamhetens namn")).hasValue("Skrivet på tåget");
        assertThat(other.locator("#autosave")).containsText("Sparat kl.");
    }

    @Test
    void whatIsTypedAfterTheSessionHasEndedIsOfferedBackAfterTheLogIn() {
        var page = screen.window(375, true);
        begin(page, "/login", "Ansök");
        page.getByRole(AriaRole.LINK, named("Verksamheten")).click();
        page.waitForURL("**/group_project");
        var address = page.url();
        jdbc.sql("delete from tidig.session").update();

        page.getByLabel("Verksamhetens namn").fill("Skrivet efter lunch");
        page.getByLabel("Verksamhetens namn").blur();

        assertThat(page.locator("#autosave")).containsText("Du har loggats ut. Det du skriver finns kvar");
        looksRight(page, 375);
        page.getByRole(AriaRole.LINK, named("Logga in och kom tillbaka hit")).click();
        login(page);
        assertThat(page).hasURL(address);
        assertThat(page.getByLabel("Verksamhetens namn")).hasValue("");
        page.getByRole(AriaRole.BUTTON, named("Hämta tillbaka texten")).click();
        assertThat(page.getByLabel("Verksamhetens namn")).hasValue("Skrivet efter lunch");
        assertThat(page.locator("#autosave")).containsText("Sparat kl.");
    }

    /** The page still has the token of the earlier log-in. */
    @Test
    void aPageThatWasOpenBeforeALogInInAnotherTabSaysSoAndGivesItsTextBack() {
        var page = screen.window(1024, true);
        begin(page, "/login", "Ansök");
        page.getByRole(AriaRole.LINK, named("Verksamheten")).click();
        page.waitForURL("**/group_project");
        var other = page.context().newPage();
        other.navigate("/login");
        login(other);
        other.waitForURL("**/mina-sidor");

        page.getByLabel("Verksamhetens namn").fill("Skrivet i den gamla fliken");
        page.getByLabel("Verksamhetens namn").blur();
        page.getByRole(AriaRole.LINK, named("Logga in och kom tillbaka hit")).click();
        page.getByRole(AriaRole.BUTTON, named("Hämta tillbaka texten")).click();
        assertThat(page.locator("#autosave")).containsText("Sparat kl.");
    }

    @Test
    void aDocumentIsSentInTheDraftAndTakenAway() {
        var page = screen.window(375, false);
        begin(page, "/login", "Ansök");
        var id = UUID.fromString(page.url().replaceFirst(".*/", ""));
        fixture.type(DraftFixture.ANNA, id, Map.of("organisationType", "association"));
        page.navigate("/utkast/" + id + "/group_attachments");
        page.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("stadgar.pdf", "application/pdf", "%PDF-1.4 text".getBytes()));
        page.locator("button[name=upload]").first().click();
        assertThat(page.getByText("Filen stadgar.pdf är mottagen.")).isVisible();
        looksRight(page, 375);
        page.locator("button[name=removeFile]").first().click();
        assertThat(page.getByText("Filen är borttagen.")).isVisible();
        assertThat(page.getByText("stadgar.pdf")).hasCount(0);
    }

    private void begin(Page page, String login, String apply) {
        page.navigate(login);
        login(page);
        page.navigate("/utlysningar/" + call);
        page.getByRole(AriaRole.BUTTON, named(apply)).click();
        assertThat(page).hasURL(Pattern.compile(".*/utkast/[-0-9a-f]{36}"));
    }

    private static void login(Page page) {
        page.locator("#username").fill(DraftFixture.ANNA);
        page.locator("#password").fill(DemoStaff.PASSWORD);
        page.locator("main button[type=submit], main form button").first().click();
    }

    /** Nothing is scrolled sideways; without scripts the browser itself tells the width. */
    private void looksRight(Page page, int width) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }
}
