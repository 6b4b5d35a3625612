package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/** The accessibility statement takes what visitors tell of, and an administrator answers it. */
@TidigTest
class AccessibilityPageTest {

    private static final String PAGE = "/tillganglighet";

    @LocalServerPort
    private int port;

    private Browser visitor;

    @BeforeEach
    void open() {
        visitor = new Browser(port);
    }

    @Test
    void whatAVisitorTellsReachesTheAdministratorsUntilItIsAnswered() {
        var told = visitor.postForm(
                PAGE, PAGE, Map.of("what", "Knappen <b>Skicka</b> syns inte.", "email", "ana@example.org"));
        assertThat(told.statusCode()).isEqualTo(302);

        var admin = new Browser(port);
        admin.login("admin", DemoStaff.PASSWORD);
        var list = admin.get("/personal/tillganglighet").body();
        assertThat(list).contains("Knappen &lt;b&gt;Skicka&lt;/b&gt; syns inte.", "ana@example.org");

        var answer =
                Pattern.compile("action=\"(/personal/tillganglighet/\\d+)\"").matcher(list);
        assertThat(answer.find()).isTrue();
        admin.postForm("/personal/tillganglighet", answer.group(1), Map.of());
        assertThat(admin.get("/personal/tillganglighet").body()).contains("Ingen väntar på svar.");
    }

    @Test
    void aRefusedReportSaysWhyAndKeepsWhatWasTyped() {
        var empty = visitor.postForm(PAGE, PAGE, Map.of("what", " ", "email", "ana@example.org"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("Skriv vad som inte fungerade.", "ana@example.org", "<title>Fel: ");

        var address = visitor.postForm(PAGE, PAGE, Map.of("what", "Menyn går inte att nå.", "email", "ana"));
        assertThat(address.body()).contains("Menyn går inte att nå.", "Skriv en e-postadress");

        var longest = visitor.postForm(PAGE, PAGE, Map.of("what", "x".repeat(4_001), "email", ""));
        assertThat(longest.statusCode()).isEqualTo(400);
        assertThat(longest.body()).contains("högst 4\u00a0000 tecken");
    }

    @Test
    void theStatementAndThePageOnPersonalDataAreLinkedFromEveryPageInBothLanguages() {
        assertThat(visitor.get("/").body()).contains("href=\"/tillganglighet\"", "href=\"/personuppgifter\"");
        assertThat(visitor.get("/personuppgifter").body()).contains("personuppgiftsansvarig");
        assertThat(visitor.get("/tillganglighet?lang=en").body()).contains("Accessibility statement");
        assertThat(visitor.get("/personuppgifter?lang=en").body()).contains("How personal data are used");
    }

    @Test
    void everyCookieThatAVisitorGetsIsNamed() {
        visitor.get("/mina-sidor");
        visitor.get("/?lang=en");
        visitor.get("/?lang=sv");
        visitor.login("officerK1", DemoStaff.PASSWORD);

        var page = visitor.get("/personuppgifter").body();
        assertThat(visitor.cookieNames()).isNotEmpty().allSatisfy(name -> assertThat(page)
                .contains("<dt>" + name + "</dt>"));
    }
}
