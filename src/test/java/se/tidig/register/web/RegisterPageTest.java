package se.tidig.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.util.LinkedMultiValueMap;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.application.Application;
import se.tidig.application.ApplicationFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;

/** The register over HTTP: what each person sees of it, and the files that it gives. */
@TidigTest
class RegisterPageTest {

    private static final String TITLE = "=HYPERLINK(1)";

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RegisterFilePage files;

    @LocalServerPort
    private int port;

    private Application application;

    @BeforeEach
    void received() {
        var answers = ApplicationFixture.answers("title", TITLE);
        answers.put("activityDescription", "Körsång om tegelstenar.");
        application = applications.receive(Board.K, answers);
        jdbc.sql("update tidig.application set diary_number = '604-77-2026' where reference = ?")
                .param(application.reference().value())
                .update();
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    private String reference() {
        return application.reference().value();
    }

    private void recuse(String person) {
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', ?, 'DECLARED', 'party',"
                        + " 'Part', 'Kassör', now(), 1)")
                .params(reference(), person)
                .update();
    }

    @Test
    void staffSeeTheCasesOfTheirBoard() {
        var page = as("officerK1").get("/arenden");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(reference(), "Föreningen Bryggan", "100\u00a0000\u00a0kr");
    }

    /** Neither rows, nor search, nor counts, nor files. */
    @Test
    void aCaseOfAnotherBoardOrOneThatThePersonTakesNoPartInIsNowhere() {
        recuse("officerK2");
        for (var person : List.of("officerH1", "officerK2")) {
            var browser = as(person);
            for (var path : List.of(
                    "/arenden",
                    "/arenden?q=tegelsten",
                    "/arenden?q=Bryggan",
                    "/arenden?q=604-77-2026",
                    "/arenden?slag=ansokan",
                    "/arenden?lan=K",
                    "/arenden.csv",
                    "/arenden.csv?q=tegelsten",
                    "/arenden.csv?lan=K")) {
                var page = browser.get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body())
                        .as(person + " at " + path)
                        .doesNotContain("Bryggan</b>", reference() + "\"", reference() + ";");
            }
            var words = browser.get("/arenden?q=tegelsten").body();
            assertThat(words).contains("Inget ärende stämmer");
            assertThat(browser.get("/arenden?utlysning=" + application.call()).body())
                    .doesNotContain("<b>1</b><span lang=\"sv\">Mottagen");
        }
        assertThat(as("officerK1").get("/arenden?q=tegelsten").body())
                .contains(reference(), "<mark>tegelstenar</mark>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/arenden", "/arenden.csv", "/arenden.xlsx"})
    void onlyStaffWhoSeeCasesHaveARegister(String path) {
        accounts.register("sokande@example.org", "Amina Berg", DemoStaff.PASSWORD);
        assertThat(as("sokande@example.org").get(path).statusCode()).isEqualTo(403);
        assertThat(as("processOwner").get(path).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get(path).headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    @Test
    void aNumberLeadsToItsCaseHoweverItIsWritten() {
        var browser = as("officerK1");
        for (var number :
                List.of(reference(), reference().toLowerCase(), reference().replace('-', '+'), "604-77-2026")) {
            var answer = browser.get("/arenden?q=" + number);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(number)
                    .endsWith("/arenden/" + reference());
            if (!number.contains("+")) {
                var direct = browser.get("/arenden/" + number);
                assertThat(
                                number.equals(reference())
                                        ? "/arenden/" + reference()
                                        : direct.headers()
                                                .firstValue("Location")
                                                .orElse(""))
                        .endsWith("/arenden/" + reference());
            }
        }
        assertThat(browser.get("/arenden/604-99-2026")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/arenden?q=604-99-2026");
        assertThat(as("officerH1")
                        .get("/arenden/604-77-2026")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("another board's number is as one that does not exist")
                .endsWith("/arenden?q=604-77-2026");
    }

    @Test
    void theFileForExcelHasSemicolonsAndNoFormula() {
        var answer = as("officerK1").get("/arenden.csv?slag=ansokan&kol=sokande&kol=verksamhet&kol=sokt&kol=komin");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines().toList())
                .containsExactly(
                        "\ufeffÄrende;Sökande;Verksamhet;Sökt;Kom in",
                        reference() + ";Föreningen Bryggan;'" + TITLE + ";100000;2026-11-27");
        assertThat(jdbc.sql("select person || ' ' || format || ' ' || cases from tidig.register_export")
                        .query(String.class)
                        .list())
                .containsExactly("officerK1 csv 1");
    }

    @Test
    void aCallHasNoDayOnWhichItCameIn() {
        assertThat(as("officerK1")
                        .get("/arenden.csv?slag=utlysning&kol=komin")
                        .body()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(";"));
    }

    @Test
    void theWorkbookIsOne() {
        var answer = as("officerK1").get("/arenden.xlsx?slag=ansokan");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
        assertThat(answer.body()).startsWith("PK");
    }

    @Test
    void aSavedViewIsAmongTheViewsUntilItIsRemoved() {
        var browser = as("officerK1");
        browser.postForm(
                "/arenden",
                "/arenden/vyer",
                Map.of("namn", "Kör", "lista", "q=tegelsten&sida=x", "grupp", "K:caseOfficers"));
        assertThat(browser.get("/arenden").body()).contains("Kör", "/arenden?q=tegelsten\"");
        assertThat(as("officerK2").get("/arenden").body()).contains("Kör");
        assertThat(as("officerH1").get("/arenden").body()).doesNotContain("Kör<");
        var id = jdbc.sql("select id from tidig.saved_view").query(Long.class).single();
        var colleague = as("officerK2");
        colleague.postForm("/arenden", "/arenden/vyer/" + id + "/ta-bort", Map.of());
        assertThat(colleague.get("/arenden").body()).contains("Kör");
        browser.postForm("/arenden", "/arenden/vyer/" + id + "/ta-bort", Map.of());
        assertThat(browser.get("/arenden").body()).doesNotContain("Kör<");
    }

    /** What Java reads as a number or a day, and the database does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sokt&sida=efter~1E999999999~",
                "sokt&sida=efter~%D9%A1~",
                "komin&sida=efter~%2B1000000000-01-01T00:00:00Z~",
                "sistadag&sida=fore~0~%2B999999999-01-01~",
                "sistadag&sida=fore~0~0000-01-01~",
                "sistadag&sida=fore~99~2026-01-01~"
            })
    void aPlaceThatIsNoneIsLeftOut(String place) {
        var page = as("officerK1").get("/arenden?sortera=" + place + reference());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(reference());
    }

    @Test
    void aFileThatIsBrokenOffIsNotedToo() {
        var gone = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("The person has closed the browser");
                    }
                });
            }
        };
        var officer = new TestingAuthenticationToken("officerK1", "");

        assertThatThrownBy(() -> files.csv(new LinkedMultiValueMap<>(), officer, Locale.ROOT, gone))
                .isInstanceOf(IOException.class);
        assertThat(jdbc.sql("select person || ' ' || format from tidig.register_export")
                        .query(String.class)
                        .list())
                .containsExactly("officerK1 csv");
    }

    @Test
    void aDayThatIsNoneIsSaidAtItsFieldAndRemains() {
        var page = as("officerK1")
                .get("/arenden?fran=2026-13-01&minst=mycket&q=tegelsten")
                .body();
        assertThat(page)
                .contains(
                        "Skriv dagen som ÅÅÅÅ-MM-DD",
                        "value=\"2026-13-01\"",
                        "value=\"mycket\"",
                        "aria-invalid=\"true\"");
        assertThat(as("officerK1").get("/arenden?fran=261127&till=20261127").body())
                .contains(reference());
        assertThat(as("officerK1").get("/arenden?till=261126").body()).doesNotContain(reference() + "\"");
    }

    @Test
    void whatSomebodyHasMadeUpIsNoServerError() {
        var browser = as("officerK1");
        for (var path : List.of(
                "/arenden?sida=efter~x&sortera=sokt",
                "/arenden?sida=efter~0~2026-01-01~" + reference(),
                "/arenden?slag=x&steg=x&vantar=x&handlaggare=x&lan=x&kol=x&utlysning=x",
                "/arenden?q=%27%22%3A*%26%28%21",
                "/arenden?minst=99999999999999999999",
                "/arenden/" + reference() + "?lista=%25%26q%3D%2500",
                "/arenden/" + reference() + "?lista=sida%3Dsista")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    /** The list that one came from is a link away, at the same place. */
    @Test
    void aCaseLeadsBackToItsListAndToTheNextCaseInIt() {
        var other = applications.receive(Board.K, ApplicationFixture.answers("title", "Andra"));
        var browser = as("officerK1");
        var list = browser.get("/arenden?slag=ansokan&sortera=arende").body();
        assertThat(list).contains("/arenden/" + reference() + "?lista=slag%3Dansokan%26sortera%3Darende");
        var page = browser.get("/arenden/" + reference() + "?lista=slag%3Dansokan%26sortera%3Darende")
                .body();
        assertThat(page)
                .contains(
                        "href=\"/arenden?slag=ansokan&amp;sortera=arende\"",
                        "/arenden/" + other.reference() + "?lista=");
    }
}
