package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;

@TidigTest
class SubscriptionsTest {

    private static final String APPLICANT = "forening@example.org";
    private static final String PAGE = "/mina-sidor";
    private static final String SAVE = "/mina-sidor/utlysningar";

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private ApplicantAccounts accounts;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void loggedIn() {
        accounts.register(APPLICANT, "Amina Berg", DemoStaff.PASSWORD);
        browser = new Browser(port);
        browser.login(APPLICANT, DemoStaff.PASSWORD);
    }

    @Test
    void anApplicantChoosesTheBoardsThatWriteWhenACallOpens() {
        assertThat(browser.get(PAGE).body())
                .contains("Mejlen går till " + APPLICANT, "Länsstyrelsen i Blekinge län")
                .doesNotContain("checked");

        var answer = browser.postForm(PAGE, SAVE, Map.of("board", "K,AC"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(PAGE + "#calls");
        assertThat(browser.get(PAGE).body())
                .contains("Sparat. Ni får ett mejl när någon av länsstyrelserna öppnar en utlysning.")
                .containsPattern("value=\"K\"\\s+checked")
                .containsPattern("value=\"AC\"\\s+checked");
        assertThat(subscriptions.of("  Forening@Example.org ")).containsExactlyInAnyOrder(Board.K, Board.AC);
    }

    @Test
    void aBoardThatIsUncheckedStopsWriting() {
        browser.postForm(PAGE, SAVE, Map.of("board", "K,F"));
        browser.postForm(PAGE, SAVE, Map.of("board", "F"));
        assertThat(subscriptions.of(APPLICANT)).containsExactly(Board.F);

        browser.postForm(PAGE, SAVE, Map.of());
        assertThat(browser.get(PAGE).body()).contains("Sparat. Ni får inga mejl om nya utlysningar.");
        assertThat(subscriptions.of(APPLICANT)).isEmpty();
    }

    @Test
    void nobodySubscribesForAnotherPersonOrWithoutThePagesToken() {
        browser.postForm(PAGE, SAVE, Map.of("board", "K"));

        assertThat(browser.postFormWithout(SAVE, Map.of("board", "F")).statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port)
                        .postForm("/login", SAVE, Map.of("board", "F"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
        var officer = new Browser(port);
        officer.login("officerK1", DemoStaff.PASSWORD);
        assertThat(officer.postForm("/", SAVE, Map.of("board", "F")).statusCode())
                .isEqualTo(403);
        assertThat(subscriptions.of(APPLICANT)).containsExactly(Board.K);
    }

    @Test
    void anUnknownBoardIsRefusedAndNothingIsLost() {
        browser.postForm(PAGE, SAVE, Map.of("board", "K"));

        assertThat(browser.postForm(PAGE, SAVE, Map.of("board", "Q")).statusCode())
                .isEqualTo(400);
        assertThat(subscriptions.of(APPLICANT)).containsExactly(Board.K);
    }
}
