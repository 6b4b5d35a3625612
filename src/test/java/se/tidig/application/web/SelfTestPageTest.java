package se.tidig.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.organisation.Board;

/** The self-test runs the real table on a few answers, explains what it finds, and stores nothing. */
@TidigTest
class SelfTestPageTest {

    private static final Map<String, String> GOOD = Map.of(
            "organisationType", "association",
            "activeInSwedenSince", "1 mars 2015",
            "hasResponsibleBoard", "true",
            "democraticAndIndependent", "true",
            "focusAreas", "swedish",
            "participantFee", "0",
            "internship", "none");

    @Autowired
    private CallFixture calls;

    @Autowired
    private CallService service;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser visitor;
    private Reference call;
    private String path;

    @BeforeEach
    void anOpenCall() {
        visitor = new Browser(port);
        call = calls.open(Board.K);
        path = "/utlysningar/" + call + "/sjalvtest";
    }

    @Test
    void itAsksTheMarkedQuestionsInTheWordsOfTheForm() {
        var page = visitor.get(path).body();
        assertThat(page)
                .contains("7 frågor", "Har ni en ansvarig styrelse?", "name=\"internship\"", "Bolag")
                .doesNotContain("name=\"requestedAmount\"", "name=\"receivedDate\"");
    }

    @Test
    void itAsksInEnglishToo() {
        assertThat(visitor.get(path + "?lang=en").body())
                .contains("Check whether you can apply", "7 questions")
                .doesNotContain("Har ni en ansvarig styrelse?");
    }

    @Test
    void goodAnswersAreHinderedByNothing() {
        var result = test(Map.of()).body();
        assertThat(result)
                .contains("Inget i era svar hindrar bidrag", "Inget att anmärka på", "Har ni en ansvarig styrelse?")
                .doesNotContain("Hindrar bidrag</h2>", "Inte besvarat");
    }

    @Test
    void eachFindingIsExplainedWithItsParagraph() {
        var result = test(Map.of("hasResponsibleBoard", "false", "internship", "part"))
                .body();
        assertThat(result)
                .contains("En förutsättning för bidrag är inte uppfylld enligt era svar")
                .containsSubsequence("Hindrar bidrag", "Ansvarig styrelse", "7 § första stycket 2")
                .containsSubsequence("Prövas av en handläggare", "Praktik till en del", "3 § tredje stycket");
        assertThat(test(Map.of("hasResponsibleBoard", "false", "participantFee", "50"))
                        .body())
                .contains("2 förutsättningar för bidrag är inte uppfyllda enligt era svar");
    }

    @Test
    void aFindingIsExplainedInEnglishOnTheEnglishPage() {
        visitor.get(path + "?lang=en");
        assertThat(test(Map.of("hasResponsibleBoard", "false")).body())
                .contains(
                        "Responsible board", "According to the application the organisation has no responsible board.")
                .doesNotContain("Ansvarig styrelse", "Organisationen har enligt ansökan");
    }

    @Test
    void whatIsNotAskedIsNeverFoundMissing() {
        assertThat(test(Map.of()).body()).doesNotContain("saknas", "Underskrift", "Kostnader");
    }

    @Test
    void whatIsLeftOpenIsListed() {
        assertThat(test(Map.of("internship", "")).body()).contains("Inte besvarat");
    }

    @Test
    void nobodyIsToldThatNothingHindersThemBeforeTheyHaveAnswered() {
        var result = test(GOOD.keySet().stream().collect(Collectors.toMap(key -> key, key -> "")))
                .body();
        assertThat(result)
                .contains("Ni har inte svarat på någon fråga", "Inte besvarat")
                .doesNotContain("Inget i era svar hindrar bidrag");
    }

    @Test
    void anAnswerThatCannotBeReadIsRefusedAtItsQuestionAndStands() {
        var page = test(Map.of("activeInSwedenSince", "i våras")).body();
        assertThat(page).contains("<title>Fel: ", "value=\"i våras\"", "aria-invalid=\"true\"");
    }

    @Test
    void nothingIsStored() {
        var before = rows();
        test(Map.of("hasResponsibleBoard", "false"));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aCallThatIsClosedOrUnknownHasNoSelfTest() {
        service.close(Reference.of(call.value()));
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/utlysningar/K-1999-1/sjalvtest").statusCode()).isEqualTo(404);
    }

    private long rows() {
        return jdbc.sql(
                        "select (select count(*) from tidig.application) + (select count(*) from tidig.eligibility_record)"
                                + " + (select count(*) from tidig.form_answer)")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> test(Map<String, String> changed) {
        var answers = new LinkedHashMap<>(GOOD);
        answers.putAll(changed);
        return visitor.postForm("/login", path, answers);
    }
}
