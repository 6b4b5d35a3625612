package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Mailbox;
import se.tidig.Sha256;
import se.tidig.TidigTest;
import se.tidig.engine.AttemptLimit;
import se.tidig.organisation.ApplicantAccounts;

/** People make accounts, confirm their address and choose new passwords; strangers learn nothing on the way. */
@TidigTest
class NewAccountTest {

    private static final String ADDRESS = "kim@example.org";
    private static final String PASSWORD = "bryggan vid havet";
    private static final String OTHER = "en annan mening";

    @LocalServerPort
    private int port;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void anAccountBeginsWhenTheLinkInTheMailIsUsed() {
        assertThat(place(ask(ADDRESS, PASSWORD))).endsWith("/konto/skickat");
        assertThat(accounts.find(ADDRESS)).isEmpty();
        assertThat(mailbox.newest(ADDRESS, "CONFIRM"))
                .startsWith("Bekräfta din e-postadress")
                .doesNotContain("Kim");

        var link = mailbox.link(ADDRESS, "CONFIRM");
        assertThat(browser.get(link).body()).contains("Bekräfta adressen");
        assertThat(accounts.find(ADDRESS))
                .as("a program that opens links confirms nothing")
                .isEmpty();
        assertThat(place(browser.postForm(link, link, Map.of()))).endsWith("/login?bekraftat");

        assertThat(place(browser.login(ADDRESS, PASSWORD))).endsWith("/mina-sidor");
        assertThat(accounts.find(ADDRESS)).get().satisfies(person -> assertThat(person.name())
                .isEqualTo("Kim Exempelsson"));
    }

    @Test
    void aLinkIsUsedOnce() {
        ask(ADDRESS, PASSWORD);
        var link = mailbox.link(ADDRESS, "CONFIRM");
        browser.postForm(link, link, Map.of());

        var again = browser.postForm("/login", link, Map.of());

        assertThat(again).returns(410, HttpResponse::statusCode);
        assertThat(again.body()).contains("Länken gäller inte längre");
        assertThat(browser.get(link)).returns(410, HttpResponse::statusCode);
    }

    @Test
    void aLinkIsValidForADay() {
        ask(ADDRESS, PASSWORD);
        var link = mailbox.link(ADDRESS, "CONFIRM");
        ClockUtil.offset(Duration.ofHours(24).toMillis());
        assertThat(browser.postForm("/login", link, Map.of())).returns(410, HttpResponse::statusCode);
        assertThat(accounts.find(ADDRESS)).isEmpty();
    }

    @Test
    void theDatabaseDoesNotHoldWhatTheLinkHolds() {
        ask(ADDRESS, PASSWORD);
        var secret = mailbox.link(ADDRESS, "CONFIRM").replaceAll(".*/", "");
        assertThat(jdbc.sql("select digest from tidig.account_link")
                        .query(String.class)
                        .single())
                .isEqualTo(Sha256.hex(secret.getBytes()));
        assertThat(jdbc.sql("select count(*) from tidig.account_mail m where m::text like ?")
                        .param("%" + secret + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The stranger's password would otherwise open the account that its owner confirms. */
    @Test
    void anAccountHasThePasswordOfThePersonWhoseLinkWasUsed() {
        ask(ADDRESS, PASSWORD);
        var own = mailbox.link(ADDRESS, "CONFIRM");
        ask(ADDRESS, "främlingens mening");
        var strangers = mailbox.link(ADDRESS, "CONFIRM");

        browser.postForm(own, own, Map.of());

        assertThat(place(new Browser(port).login(ADDRESS, PASSWORD))).endsWith("/mina-sidor");
        assertThat(browser.postForm("/login", strangers, Map.of())).returns(410, HttpResponse::statusCode);
        assertThat(place(new Browser(port).login(ADDRESS, "främlingens mening")))
                .endsWith("/login?fel");
    }

    @Test
    void anAddressWithAnAccountGetsTheSameAnswerAndAMailThatSaysSo() {
        accounts.register(ADDRESS, "Kim Exempelsson", PASSWORD);
        var known = ask(ADDRESS, OTHER);
        var unknown = ask("ny@example.org", OTHER);

        assertThat(place(known)).isEqualTo(place(unknown));
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(mailbox.kinds(ADDRESS)).containsExactly("EXISTS");
        assertThat(place(browser.login(ADDRESS, OTHER))).endsWith("/login?fel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/konto/glomt", "/konto/ny-lank"})
    void aRequestForALinkGetsTheSameAnswerWhetherOrNotTheAddressIsKnown(String page) {
        accounts.register(ADDRESS, "Kim Exempelsson", PASSWORD);
        var known = browser.postForm(page, page, Map.of("email", ADDRESS));
        var unknown = browser.postForm(page, page, Map.of("email", "ny@example.org"));
        assertThat(known.statusCode()).isEqualTo(302);
        assertThat(place(known)).isEqualTo(place(unknown));
        assertThat(mailbox.kinds("ny@example.org")).isEmpty();
        assertThat(mailbox.kinds(ADDRESS)).hasSize(1);
    }

    @Test
    void anAccountThatIsNotConfirmedLogsNobodyInAndOnlyItsOwnerIsTold() {
        ask(ADDRESS, PASSWORD);
        assertThat(place(browser.login(ADDRESS, PASSWORD))).endsWith("/login?obekraftat");
        assertThat(browser.get("/login?obekraftat").body())
                .contains("när du har öppnat länken", "href=\"/konto/ny-lank\"");
        assertThat(browser.get("/mina-sidor")).returns(302, HttpResponse::statusCode);
        assertThat(place(browser.login(ADDRESS, OTHER))).as("a stranger").endsWith("/login?fel");

        browser.postForm("/konto/ny-lank", "/konto/ny-lank", Map.of("email", ADDRESS));
        assertThat(mailbox.kinds(ADDRESS)).containsExactly("CONFIRM", "CONFIRM");
        var link = mailbox.link(ADDRESS, "CONFIRM");
        browser.postForm(link, link, Map.of());
        assertThat(place(browser.login(ADDRESS, PASSWORD))).endsWith("/mina-sidor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|kim@example.org|bryggan vid havet|Ange ditt namn",
                "Kim <script>|kim@example.org|bryggan vid havet|Ange ditt namn",
                "Se http://evil.example|kim@example.org|bryggan vid havet|Ange ditt namn",
                "Kim|kim|bryggan vid havet|Ange en fullständig e-postadress",
                "Kim|kim@example.org, bo@example.org|bryggan vid havet|Ange en fullständig e-postadress",
                "Kim|kim@example.org|kort|för kort",
                "Kim|kim@example.org|aaaaaaaaaaaaaaaa|för få olika tecken",
                "Kim|kim@example.org|kim@example.org!|innehåller användarnamnet eller e-postadressen",
            })
    void whatIsWrongIsToldAtTheFieldAndWhatWasTypedStands(String name, String email, String password, String told) {
        var answer = browser.postForm("/konto", "/konto", Map.of("name", name, "email", email, "password", password));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<title>Fel: Skapa ett konto", "role=\"alert\"", told)
                .contains("value=\"" + email + "\"")
                .doesNotContain("<script>", password.length() > 4 ? "value=\"" + password + "\"" : "\0");
        assertThat(mailbox.kinds(ADDRESS)).isEmpty();
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        var form = Map.of("name", "Kim", "email", ADDRESS, "password", PASSWORD);
        assertThat(browser.postFormWithout("/konto", form)).returns(403, HttpResponse::statusCode);
        assertThat(browser.postFormWithout("/konto/glomt", Map.of("email", ADDRESS)))
                .returns(403, HttpResponse::statusCode);
    }

    @Test
    void anAddressGetsAtMostFiveMailsAnHour() {
        for (var n = 0; n < 7; n++) {
            assertThat(place(ask(ADDRESS, PASSWORD))).endsWith("/konto/skickat");
        }
        assertThat(mailbox.kinds(ADDRESS)).hasSize(5);
    }

    @Test
    void aVisitorWhoMakesTidigWriteToManyAddressesMustWait() {
        for (var n = 0; n < AttemptLimit.ATTEMPTS; n++) {
            ask("nr" + n + "@example.org", PASSWORD);
        }
        var refused = ask("en.till@example.org", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Vänta tio minuter");
        assertThat(mailbox.kinds("en.till@example.org")).isEmpty();
        assertThat(place(new Browser(port)
                        .behindProxy("X-Forwarded-For", "198.51.100.7")
                        .postForm(
                                "/konto",
                                "/konto",
                                Map.of("name", "Kim", "email", "en.till@example.org", "password", PASSWORD))))
                .as("from another address")
                .endsWith("/konto/skickat");
    }

    @Test
    void aNewPasswordIsChosenWithALinkWhichIsUsedOnceAndEndsAllSessions() {
        accounts.register(ADDRESS, "Kim Exempelsson", PASSWORD);
        var elsewhere = new Browser(port);
        elsewhere.login(ADDRESS, PASSWORD);
        assertThat(elsewhere.get("/mina-sidor")).returns(200, HttpResponse::statusCode);
        browser.postForm("/konto/glomt", "/konto/glomt", Map.of("email", " KIM@example.org "));
        browser.postForm("/konto/glomt", "/konto/glomt", Map.of("email", ADDRESS));
        var link = mailbox.link(ADDRESS, "RESET");

        assertThat(browser.postForm(link, link, Map.of("password", "kort")).body())
                .contains("för kort");
        assertThat(place(browser.postForm(link, link, Map.of("password", OTHER))))
                .endsWith("/login?nytt");

        assertThat(place(elsewhere.get("/mina-sidor"))).endsWith("/login?utgangen");
        assertThat(place(browser.login(ADDRESS, PASSWORD))).endsWith("/login?fel");
        assertThat(place(browser.login(ADDRESS, OTHER))).endsWith("/mina-sidor");
        assertThat(browser.postForm("/konto", link, Map.of("password", PASSWORD)))
                .returns(410, HttpResponse::statusCode);
        assertThat(jdbc.sql("select count(*) from tidig.account_link")
                        .query(Long.class)
                        .single())
                .as("other links to a new password")
                .isZero();
        assertThat(mailbox.kinds(ADDRESS)).containsExactly("RESET", "RESET", "CHANGED");
    }

    @Test
    void aGuessedLinkIsRefused() {
        assertThat(browser.get("/konto/nytt-losenord/gissning")).returns(410, HttpResponse::statusCode);
        assertThat(browser.postForm("/konto", "/konto/nytt-losenord/gissning", Map.of("password", OTHER)))
                .returns(410, HttpResponse::statusCode);
        ask(ADDRESS, PASSWORD);
        var secret = mailbox.link(ADDRESS, "CONFIRM").replaceAll(".*/", "");
        assertThat(browser.get("/konto/nytt-losenord/" + secret))
                .as("a link for something else")
                .returns(410, HttpResponse::statusCode);
    }

    private HttpResponse<String> ask(String email, String password) {
        return browser.postForm(
                "/konto", "/konto", Map.of("name", "Kim  Exempelsson ", "email", email, "password", password));
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
