package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.browser.Screen.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Chromium;
import se.tidig.Mailbox;
import se.tidig.TidigTest;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Right;

/** On a telephone: an account, its confirmation, an organisation, and a colleague who accepts an invitation. */
@TidigTest
class FirstStepsTest {

    private static final String KIM = "kim@example.org";
    private static final String BO = "bo@example.org";
    private static final String PASSWORD = "bryggan vid havet";
    private static final String NUMBER = "8024151014";

    /** What is pressed and read, in both languages. */
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "sv",
            Map.ofEntries(
                    Map.entry("name", "Ditt namn"),
                    Map.entry("email", "E-postadress"),
                    Map.entry("password", "Lösenord"),
                    Map.entry("create", "Skapa kontot"),
                    Map.entry("error", "Det här behöver rättas"),
                    Map.entry("confirm", "Bekräfta adressen"),
                    Map.entry("account", "Användarnamn eller e-postadress"),
                    Map.entry("login", "Logga in"),
                    Map.entry("number", "Organisationsnummer"),
                    Map.entry("next", "Fortsätt"),
                    Map.entry("organisation", "Organisationens namn"),
                    Map.entry("type", "Organisationsform"),
                    Map.entry("position", "Ditt uppdrag i organisationen"),
                    Map.entry("add", "Lägg till organisationen"),
                    Map.entry("colleagues", "Kollegor Vänföreningen"),
                    Map.entry("invite", "Skicka inbjudan"),
                    Map.entry("accept", "Tacka ja Vänföreningen"),
                    Map.entry("may", "Du får läsa och skriva.")),
            "en",
            Map.ofEntries(
                    Map.entry("name", "Your name"),
                    Map.entry("email", "E-mail address"),
                    Map.entry("password", "Password"),
                    Map.entry("create", "Create the account"),
                    Map.entry("error", "Please correct this"),
                    Map.entry("confirm", "Confirm the address"),
                    Map.entry("account", "User name or e-mail address"),
                    Map.entry("login", "Log in"),
                    Map.entry("number", "Organisation number"),
                    Map.entry("next", "Continue"),
                    Map.entry("organisation", "Name of the organisation"),
                    Map.entry("type", "Legal form"),
                    Map.entry("position", "Your position in the organisation"),
                    Map.entry("add", "Add the organisation"),
                    Map.entry("colleagues", "Colleagues Vänföreningen"),
                    Map.entry("invite", "Send the invitation"),
                    Map.entry("accept", "Accept Vänföreningen"),
                    Map.entry("may", "You may read and write.")));

    @LocalServerPort
    private int port;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private Memberships memberships;

    private Screen screen;
    private Map<String, String> words;
    private String language;
    private boolean scripts;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @ParameterizedTest(name = "language {0}, scripts {1}")
    @CsvSource({"sv, true", "sv, false", "en, true", "en, false"})
    void anAssociationBeginsInThePortal(String language, boolean scripts) {
        this.language = language;
        this.scripts = scripts;
        this.words = WORDS.get(language);

        var kim = makeAccount(KIM, "Kim Exempelsson");
        kim.navigate("/organisationer");
        look(kim);
        fill(kim, "number", "802415-1014");
        press(kim, "next");
        look(kim);
        fill(kim, "organisation", "Vänföreningen");
        kim.getByLabel(words.get("type")).selectOption("association");
        fill(kim, "position", "ordförande");
        press(kim, "add");
        look(kim);
        kim.getByRole(AriaRole.LINK, named(words.get("colleagues"))).click();
        look(kim);
        fill(kim, "email", BO);
        press(kim, "invite");
        look(kim);

        assertThat(mailbox.newest(BO, "INVITED")).contains("Vänföreningen");
        var bo = makeAccount(BO, "Bo Provsson");
        bo.navigate(mailbox.link(BO, "INVITED"));
        look(bo);
        press(bo, "accept");
        assertThat(bo.getByText(words.get("may"))).isVisible();
        assertThat(memberships.of(accounts.find(BO).orElseThrow().id(), NUMBER))
                .get()
                .satisfies(member -> assertThat(member.right()).isEqualTo(Right.WRITE));
        bo.navigate("/mina-sidor/konto");
        look(bo);
    }

    private Page makeAccount(String address, String name) {
        var page = screen.telephone(scripts);
        page.navigate("/konto?lang=" + language);
        look(page);
        press(page, "create");
        assertThat(page.getByRole(AriaRole.HEADING, named(words.get("error")))).isVisible();
        look(page);
        fill(page, "name", name);
        fill(page, "email", address);
        fill(page, "password", PASSWORD);
        press(page, "create");
        page.waitForURL("**/konto/skickat");
        look(page);
        page.navigate(mailbox.link(address, "CONFIRM"));
        look(page);
        press(page, "confirm");
        page.waitForURL("**/login?bekraftat");
        look(page);
        fill(page, "account", address);
        fill(page, "password", PASSWORD);
        press(page, "login");
        page.waitForURL("**/mina-sidor");
        look(page);
        return page;
    }

    private void fill(Page page, String field, String text) {
        page.getByLabel(words.get(field)).fill(text);
    }

    private void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(words.get(button))).click();
    }

    private void look(Page page) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }
}
