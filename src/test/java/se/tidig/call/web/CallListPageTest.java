package se.tidig.call.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;

@TidigTest
class CallListPageTest {

    @Autowired
    private CallFixture fixture;

    @Autowired
    private CallService service;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void theStartPageListsOpenCallsWithDateFrameAndBoard() {
        var reference = fixture.open(Board.K);
        var page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"sv\"", "Öppna för ansökan", "/utlysningar/" + reference)
                .contains("Länsstyrelsen i Blekinge län", "1\u00a0000\u00a0000\u00a0kr", "Sista ansökningsdag");
    }

    @Test
    void withoutOpenCallsTheStartPageSaysSo() {
        assertThat(browser.get("/").body()).contains("Ingen utlysning är öppen just nu.");
    }

    @Test
    void closedCallsAreListedSeparatelyFromOpenOnes() {
        var reference = fixture.open(Board.K);
        service.close(reference);
        assertThat(browser.get("/").body())
                .contains("Ingen utlysning är öppen just nu.", "Nyligen stängda", "Ansökningarna bedöms");
    }

    @Test
    void theListIsLimitedToACounty() {
        var blekinge = fixture.open(Board.K);
        var kalmar = fixture.open(Board.H);

        assertThat(browser.get("/?lan=K").body())
                .contains("/utlysningar/" + blekinge, "Listan är begränsad.")
                .doesNotContain("/utlysningar/" + kalmar);
        assertThat(browser.get("/?lan=").body()).contains("/utlysningar/" + blekinge, "/utlysningar/" + kalmar);
        assertThat(browser.get("/?lan=Q&omrade=nosuch").statusCode()).isEqualTo(200);
    }

    @Test
    void theListIsLimitedToCallsWithMoneyForAnArea() {
        var free = fixture.open(Board.K);
        var kept = fixture.openFor(Board.H, "health");

        assertThat(browser.get("/?omrade=swedish").body())
                .contains("/utlysningar/" + free)
                .doesNotContain("/utlysningar/" + kept);
        assertThat(browser.get("/?omrade=swedish&omrade=health").body())
                .contains("/utlysningar/" + free, "/utlysningar/" + kept);
    }

    @Test
    void anOpenCallSaysHowManyDaysAreLeft() {
        fixture.open(Board.K);
        assertThat(browser.get("/").body()).containsPattern("\\d+ dagar kvar");
    }

    @Test
    void theHeaderShowsStaffTheirNameAndLinksToTheirWork() {
        assertThat(browser.get("/").body()).contains("/login").doesNotContain("/camunda/app/tasklist");
        browser.login("officerK1", DemoStaff.PASSWORD);
        assertThat(browser.get("/").body())
                .contains("/camunda/app/tasklist/default/", "Inloggad:", "Logga ut")
                .doesNotContain("href=\"/login\"", "/camunda/app/cockpit/default/");
    }

    @Test
    void onlyPeopleWhoMayUseCockpitSeeTheLinkToIt() {
        browser.login("processOwner", DemoStaff.PASSWORD);
        assertThat(browser.get("/").body()).contains("/camunda/app/cockpit/default/");
    }
}
