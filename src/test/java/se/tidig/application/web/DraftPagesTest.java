package se.tidig.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import se.tidig.AtOnce;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.Applications;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftService;
import se.tidig.call.CallFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;

/** The pages of drafts over HTTP: what is refused, and that what is sent is saved and shown harmlessly. */
@TidigTest
class DraftPagesTest {

    private static final String BO = "bo@example.org";
    private static final Pattern FIELD = Pattern.compile("name=\"(draft-version|draft-page)\" value=\"([^\"]*)\"");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Map<String, String> DECLARATION = Map.of(
            "signer", "Anna Exempelsson",
            "role", "ordförande",
            "capacity", "SIGNATORY",
            "truthful", "true",
            "entitled", "true",
            "reports", "true");

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Applications applications;

    @Autowired
    private Play play;

    private Browser anna;
    private UUID id;
    private String part;

    @BeforeEach
    void begin() {
        id = fixture.begun();
        part = "/utkast/" + id + "/group_project";
        anna = browser(ANNA);
    }

    private Browser browser(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    /** Sends the page with the fields that it was shown with. */
    private HttpResponse<String> send(Browser who, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        var page = FIELD.matcher(who.get(part).body());
        while (page.find()) {
            fields.put(page.group(1), page.group(2));
        }
        fields.putAll(typed);
        return who.postForm(part, part, fields);
    }

    @Test
    void theCallsPageLeadsToTheDraft() {
        var call = calls.open(Board.H);
        assertThat(anna.get("/utlysningar/" + call).body()).contains("/utlysningar/" + call + "/ansok");

        var first = anna.postForm("/utlysningar/" + call, "/utlysningar/" + call + "/ansok", Map.of());
        var second = anna.postForm("/utlysningar/" + call, "/utlysningar/" + call + "/ansok", Map.of());

        assertThat(to(first)).matches(".*/utkast/[-0-9a-f]{36}").isEqualTo(to(second));
        assertThat(anna.get(path(first)).body()).contains("Verksamheten", "Inte påbörjad");
    }

    @Test
    void whoActsForSeveralOrganisationsChoosesOneAndOnlyAnOwnOne() {
        fixture.person(ANNA, "8024151014", Right.WRITE);
        var call = calls.open(Board.H);
        var apply = "/utlysningar/" + call + "/ansok";

        assertThat(anna.postForm("/utlysningar/" + call, apply, Map.of()).body())
                .contains("Vilken organisation");
        assertThat(to(anna.postForm(apply, apply, Map.of("organisation", "8024151014"))))
                .contains("/utkast/");
        assertThat(anna.postForm(apply, apply, Map.of("organisation", "5560360793"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherOrganisationsDraftIsNotFoundWhateverIsAsked() {
        fixture.person(BO, "8024151014", Right.SUBMIT);
        var bo = browser(BO);
        for (var page : new String[] {
            "", "/group_project", "/granska", "/skicka", "/kvitto", "/inskickat", "/group_project/samtidigt"
        }) {
            assertThat(bo.get("/utkast/" + id + page).statusCode()).as(page).isEqualTo(404);
        }
        for (var act : new String[] {"/group_project", "/skicka", "/last", "/kopiera", "/group_project/samtidigt"}) {
            assertThat(bo.postForm("/", "/utkast/" + id + act, Map.of("title", "x"))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(bo.get("/utkast/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(bo.get("/utkast/1").statusCode()).isBetween(400, 404);
        assertThat(drafts.open(ANNA, id).title()).isNull();
    }

    @Test
    void whoMayOnlyReadIsRefusedASaveAndASubmission() {
        fixture.person(BO, BRYGGAN, Right.READ);
        var bo = browser(BO);

        assertThat(bo.get(part).statusCode()).isEqualTo(200);
        assertThat(send(bo, Map.of("title", "x")).statusCode()).isEqualTo(403);
        assertThat(bo.postForm("/", "/utkast/" + id + "/skicka", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(drafts.open(ANNA, id).title()).isNull();
    }

    @Test
    void aPageWithErrorsIsSavedAndShownWithThem() {
        var answer = send(anna, Map.of("title", "Språkcafé", "periodStart", "i vår", "then", "on"));

        assertThat(to(answer)).endsWith("/group_project?fel");
        assertThat(drafts.open(ANNA, id).answers())
                .containsEntry("title", "Språkcafé")
                .containsEntry("periodStart", "i vår");
        assertThat(anna.get(path(answer)).body()).contains("value=\"i vår\"", "Det här behöver ändras");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "🎉 emoji 👩‍👩‍👧",
                "שלום עולם",
                "'; drop table tidig.draft; --",
                "${7*7} [[${7*7}]] {{7*7}}"
            })
    void whateverIsTypedIsShownAsItWasTyped(String typed) {
        send(anna, Map.of("title", typed));

        assertThat(drafts.open(ANNA, id).title()).isEqualTo(typed);
        for (var page : new String[] {part, "/utkast/" + id, "/utkast/" + id + "/granska"}) {
            var body = anna.get(page).body();
            assertThat(body).doesNotContain("<script>alert");
            assertThat(HtmlUtils.htmlUnescape(body)).contains(typed);
        }
    }

    @Test
    void anAnswerOfAHundredThousandCharactersIsKeptAndToldOf() {
        var answer = send(anna, Map.of("need", "å".repeat(100_000), "then", "on"));

        assertThat(to(answer)).endsWith("?fel");
        assertThat(String.valueOf(drafts.open(ANNA, id).answers().get("need"))).hasSize(100_000);
        assertThat(anna.get(path(answer)).body()).contains("tecken");
    }

    @Test
    void aTamperedVersionOrPageOverwritesNothing() {
        fixture.type(ANNA, id, Map.of("title", "Språkcafé"));

        for (var version : new String[] {"-1", "999999999", "x", "99999999999999", ""}) {
            send(anna, Map.of("title", "Annat " + version, "draft-version", version, "draft-page", "<x>"));
        }

        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språkcafé");
    }

    @Test
    void questionsOfStaffAndFieldsThatNobodyAskedForAreLeftAlone() {
        send(
                anna,
                Map.of(
                        "title",
                        "Språkcafé",
                        "judgedLate",
                        "true",
                        "shoeSize",
                        "43",
                        "organisationNumber",
                        "8024151014"));

        assertThat(drafts.open(ANNA, id).answers())
                .containsEntry("organisationNumber", "802002-4280")
                .doesNotContainKeys("judgedLate", "shoeSize");
    }

    @Test
    void bothTextsAreShownWhenTwoHaveChangedTheSameAnswer() {
        fixture.person(BO, BRYGGAN, Right.WRITE);
        var bo = browser(BO);
        var fields = new LinkedHashMap<String, String>();
        var page = FIELD.matcher(bo.get(part).body());
        while (page.find()) {
            fields.put(page.group(1), page.group(2));
        }
        send(anna, Map.of("title", "Annas namn"));
        fields.put("title", "Bos namn");

        var answer = bo.postForm(part, part, fields);

        assertThat(to(answer)).endsWith("/samtidigt");
        var shown = bo.get(path(answer)).body();
        assertThat(shown).contains("Annas namn", "Bos namn", "Anna Exempelsson");
        var version = FIELD.matcher(shown);
        assertThat(version.find()).isTrue();
        bo.postForm(path(answer), path(answer), Map.of("draft-version", version.group(2), "keep-title", "mine"));
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Bos namn");
    }

    @Test
    void aSubmittedApplicationHasAReceiptAndCanBeReadAsItWas() {
        send(anna, Map.of("title", "Språkcafé"));
        var submit = "/utkast/" + id + "/skicka";
        assertThat(anna.postForm(submit, submit, Map.of("signer", "Anna")).body())
                .contains("Försäkra att uppgifterna är riktiga");

        var answer = submit();

        assertThat(to(answer)).endsWith("/kvitto");
        var reference = applications
                .ofCall(Reference.of(drafts.open(ANNA, id).draft().call().value()))
                .get(0)
                .reference();
        assertThat(anna.get(path(answer)).body()).contains(reference.value(), "Ansökan har kommit in", "ordförande");
        assertThat(anna.get("/utkast/" + id + "/inskickat").body()).contains("Språkcafé");
        for (var page : new String[] {"", "/granska", "/skicka", "/group_project"}) {
            assertThat(to(anna.get("/utkast/" + id + page))).as(page).endsWith("/kvitto");
        }
        assertThat(to(anna.postForm("/utkast/" + id + "/kvitto", submit, Map.of())))
                .endsWith("/kvitto");
    }

    /** Of a page that a colleague has opened before the draft was submitted. */
    @ParameterizedTest
    @ValueSource(strings = {"last", "kopiera", "skicka", "group_project", "group_project/samtidigt"})
    void whatIsSentAfterTheSubmissionLeadsToTheReceipt(String act) {
        send(anna, Map.of("title", "Språkcafé"));
        submit();
        // Was typed on a page that is older than the submission, and waits for a choice that nobody can make any more.
        fixture.type(ANNA, id, Map.of("title", "För sent"));
        assertThat(drafts.open(ANNA, id).conflicts()).isNotEmpty();

        var answer = anna.postForm(
                "/utkast/" + id + "/kvitto",
                "/utkast/" + id + "/" + act,
                Map.of("reference", "K-2026-1-001", "keep-title", "mine", "draft-version", "1", "title", "Sist"));

        assertThat(path(answer)).isEqualTo("/utkast/" + id + "/kvitto");
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språkcafé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"personer", "inbjudan", "underskrift", "personer/0b1f0e7a-0000-4000-8000-000000000000/ta-bort"})
    void whatElseIsSentToASubmittedDraftFailsInNoOtherWay(String act) {
        submit();

        var answer = anna.postForm("/utkast/" + id + "/kvitto", "/utkast/" + id + "/" + act, Map.of());

        assertThat(answer.statusCode()).isIn(302, 400, 404);
    }

    @Test
    void aDeclarationThatIsSentTwiceAtOnceMakesOneApplicationAndLeadsBothToItsReceipt() {
        var submit = "/utkast/" + id + "/skicka";

        var token = TOKEN.matcher(anna.get(submit).body());
        assertThat(token.find()).isTrue();

        var answers = AtOnce.run(0, 2, () -> anna.postFormWithout(submit, DECLARATION, "_csrf", token.group(1)));

        assertThat(answers).extracting(DraftPagesTest::to).allMatch(to -> to.endsWith("/kvitto"));
        assertThat(applications.ofCall(drafts.open(ANNA, id).draft().call())).hasSize(1);
    }

    @Test
    void aCallThatClosesUnderADraftIsToldOnEachPageAndWhatComesThenIsReceivedAsLate() {
        send(anna, Map.of("title", "Språkcafé"));
        play.pass(Duration.ofDays(40));
        anna = browser(ANNA);
        var submit = "/utkast/" + id + "/skicka";
        assertThat(anna.get("/utkast/" + id).body()).contains("Tiden har gått ut");
        assertThat(anna.get(submit).body()).contains("Tiden har gått ut", "Ni kan skicka in ändå");

        var answer = anna.postForm(submit, submit, DECLARATION);

        assertThat(anna.get(path(answer)).body()).contains("Ansökan har kommit in, men för sent", "Språkcafé");
        assertThat(applications.ofCall(drafts.open(ANNA, id).draft().call())).hasSize(1);
    }

    @Test
    void theCaseOfAnEmptyApplicationIsShownToItsOfficer() {
        submit();
        play.asNobody().goOn();
        var reference = applications
                .ofCall(Reference.of(drafts.open(ANNA, id).draft().call().value()))
                .get(0)
                .reference();
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
        play.asNobody().goOn();

        var page = browser("officerK1").get("/arenden/" + reference);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Föreningen Bryggan", "Beskrivning av verksamheten saknas");
    }

    private HttpResponse<String> submit() {
        var submit = "/utkast/" + id + "/skicka";
        return anna.postForm(submit, submit, DECLARATION);
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirection: " + answer.statusCode());
    }

    private String path(HttpResponse<String> answer) {
        return to(answer).replaceFirst("^http://localhost:" + port, "").replaceFirst("#.*", "");
    }
}
