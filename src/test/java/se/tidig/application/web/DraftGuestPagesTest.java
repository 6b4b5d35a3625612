package se.tidig.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.AtOnce;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.Applications;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.call.CallFixture;
import se.tidig.document.UploadService;
import se.tidig.engine.DemoStaff;
import se.tidig.form.FormUpload;
import se.tidig.organisation.Board;

/** A person who is invited to one draft, over HTTP: what they reach, what is refused, and how they sign. */
@TidigTest
class DraftGuestPagesTest {

    private static final String EVA = "eva@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftSubmissionService submissions;

    @Autowired
    private Applications applications;

    @Autowired
    private CallFixture calls;

    @Autowired
    private UploadService uploads;

    @Autowired
    private Play play;

    @Autowired
    private Clock clock;

    private Browser anna;
    private Browser eva;
    private String draft;

    @BeforeEach
    void aDraftAndAPersonWithAnAccount() {
        draft = "/utkast/" + fixture.begun();
        fixture.account(EVA);
        anna = browser(ANNA);
        eva = browser(EVA);
    }

    private Browser browser(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    private void invite(String right) {
        assertThat(anna.postForm(draft, draft + "/personer", Map.of("email", EVA, "right", right)))
                .returns(302, HttpResponse::statusCode);
    }

    private HttpResponse<String> accept() {
        return eva.postForm(draft + "/inbjudan", draft + "/inbjudan", Map.of("answer", "yes"));
    }

    @Test
    void anInvitationStandsAmongWhatThePersonMustDoAndOpensTheDraft() {
        invite("WRITE");
        assertThat(eva.get("/mina-sidor").body()).contains("Svara på en inbjudan", draft + "/inbjudan");
        assertThat(eva.get(draft)).returns(404, HttpResponse::statusCode);

        assertThat(place(accept())).endsWith(draft);

        assertThat(eva.get(draft)).returns(200, HttpResponse::statusCode);
        assertThat(eva.get(draft + "/group_project").body()).contains("Spara och gå vidare");
        assertThat(eva.get("/mina-sidor").body()).contains("Gör klart ansökan");
        assertThat(anna.get(draft + "/personer").body()).contains("Eva Exempelsson tackade ja");
    }

    @Test
    void whoIsInvitedToOneDraftReachesNothingElseOfTheOrganisation() {
        var other = "/utkast/"
                + drafts.begin(ANNA, BRYGGAN, Reference.of(calls.open(Board.H).value()));
        invite("SUBMIT");
        accept();
        anna.postForm(draft + "/skicka", draft + "/skicka", declaration());
        var reference = submissions.of(id()).orElseThrow().reference();

        assertThat(eva.get(draft + "/kvitto").body()).contains("Organisationen följer ärendet");
        assertThat(eva.get("/mina-sidor").body()).contains(draft + "/kvitto", reference.value());
        assertThat(anna.get("/mina-sidor").body()).doesNotContain("Ansökningar som du är inbjuden till");
        assertThat(eva.get(draft + "/inskickat")).returns(200, HttpResponse::statusCode);
        for (var page : new String[] {
            "/mina-sidor/" + reference,
            "/mina-sidor/" + reference + "/ansokan",
            "/mina-sidor/" + reference + "/aterkallelse",
            "/organisationer/" + BRYGGAN,
            other,
            other + "/granska",
            other + "/personer"
        }) {
            assertThat(eva.get(page).statusCode()).as(page).isEqualTo(404);
        }
        for (var act : new String[] {
            other + "/kopiera", other + "/personer", other + "/skicka", "/organisationer/" + BRYGGAN + "/inbjudningar"
        }) {
            assertThat(eva.postForm(
                                    "/mina-sidor",
                                    act,
                                    Map.of("reference", reference.value(), "email", "x@example.org"))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(eva.postForm(draft + "/personer", draft + "/personer", Map.of("email", "x@example.org"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** What the organisation sends in later is of the case, and not of the draft. */
    @Test
    void whoIsInvitedSeesNoFileThatCameInAfterTheApplication() {
        var fields = new HashMap<>(declaration());
        fields.put("joint", "true");
        fields.put("second", EVA);
        anna.postForm(draft + "/skicka", draft + "/skicka", fields);
        accept();
        var folder = UUID.randomUUID().toString();
        var asked = new FormUpload("reply", "reply", null, "Svar", 5, 10);
        uploads.receive(folder, asked, "kontoutdrag.txt", "Saldo 5 kr".getBytes(StandardCharsets.UTF_8), ANNA);
        uploads.handIn(folder, submissions.of(id()).orElseThrow().reference());

        for (var page : new String[] {"/underskrift", "/inskickat", "/kvitto"}) {
            assertThat(eva.get(draft + page).body()).as(page).doesNotContain("kontoutdrag");
        }
        assertThat(eva.get(draft + "/kvitto").body()).doesNotContain("<dd>1</dd>");
    }

    /** A request that begins in time and ends after the deadline has not come in in time. */
    @Test
    void anApplicationIsReceivedWhenAllOfItHasCome() throws IOException, InterruptedException {
        var page = anna.get(draft + "/skicka").body();
        var token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var body = declaration().entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        var begun = clock.instant();
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(("POST " + draft + "/skicka HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                            + "\r\nCookie: JSESSIONID="
                            + anna.cookie("JSESSIONID").orElseThrow() + "; csrf="
                            + anna.cookie("csrf").orElseThrow() + "\r\n\r\n" + body.substring(0, 20))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // Nothing tells that the server has begun to read.
            Thread.sleep(500);
            play.pass(Duration.ofHours(2));
            out.write(body.substring(20).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("/kvitto");
        }

        assertThat(submissions.of(id()).orElseThrow().receivedAt()).isAfter(begun.plus(Duration.ofHours(1)));
    }

    @Test
    void anInvitationThatIsAcceptedTwiceAtOnceIsAcceptedOnce() {
        invite("WRITE");
        var page = eva.get(draft + "/inbjudan").body();
        var token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        var answers = AtOnce.run(
                0, 8, () -> eva.postFormWithout(draft + "/inbjudan", Map.of("answer", "yes"), "_csrf", token));

        assertThat(answers).extracting(DraftGuestPagesTest::place).allMatch(place -> place.endsWith(draft));
        assertThat(eva.get(draft)).returns(200, HttpResponse::statusCode);
    }

    @Test
    void anAddressThatIsNoneIsToldOfAtTheField() {
        var answer = anna.postForm(draft + "/personer", draft + "/personer", Map.of("email", "ingen"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"email-error\"", "value=\"ingen\"");
    }

    @Test
    void theSecondReadsTheApplicationSignsItAndBothSignaturesAreShown() {
        var fields = new HashMap<>(declaration());
        fields.put("joint", "true");
        fields.put("second", EVA);
        assertThat(place(anna.postForm(draft + "/skicka", draft + "/skicka", fields)))
                .endsWith("/kvitto");
        var reference = submissions.of(id()).orElseThrow().reference();
        assertThat(anna.get(draft + "/kvitto").body()).contains("Den andra underskriften saknas", EVA);
        assertThat(anna.get("/mina-sidor/" + reference).body()).contains("Väntar på att Eva Exempelsson skriver under");
        assertThat(place(anna.get(draft + "/underskrift"))).endsWith("/kvitto");

        assertThat(place(eva.get(draft + "/underskrift"))).endsWith("/inbjudan");
        assertThat(place(accept())).endsWith("/underskrift");
        assertThat(eva.get("/mina-sidor").body()).contains("Skriv under ansökan", reference.value());
        assertThat(eva.get(draft + "/underskrift").body()).contains("Anna Exempelsson, ordförande", "Sökande");
        var wrong = eva.postForm(draft + "/underskrift", draft + "/underskrift", Map.of("signer", "Eva"));
        assertThat(wrong.body()).contains("id=\"role-error\"", "value=\"Eva\"");
        eva.get("/?lang=en");
        assertThat(eva.postForm(draft + "/underskrift", draft + "/underskrift", Map.of("signer", "Eva"))
                        .body())
                .contains("Enter your position in the organisation")
                .doesNotContain("Försäkra");

        assertThat(place(eva.postForm(
                        draft + "/underskrift",
                        draft + "/underskrift",
                        Map.of("signer", "Eva Ek", "role", "kassör", "truthful", "true", "entitled", "true"))))
                .endsWith("/kvitto");
        assertThat(eva.get(draft + "/kvitto").body())
                .contains("Both have signed", "Eva Ek, kassör", "Anna Exempelsson");
        assertThat(anna.get("/mina-sidor/" + reference).body()).doesNotContain("Den andra underskriften saknas");
        assertThat(applications.get(reference).given().yes("signatoryAuthorised"))
                .isTrue();
    }

    @Test
    void whatIsWrongWithTheOthersAddressIsToldAtTheField() {
        var fields = new HashMap<>(declaration());
        fields.put("joint", "true");
        fields.put("second", "ingen adress");
        var answer = anna.postForm(draft + "/skicka", draft + "/skicka", fields);

        assertThat(answer.body()).contains("id=\"second-error\"", "value=\"ingen adress\"");
        assertThat(submissions.of(id())).isEmpty();
    }

    private UUID id() {
        return UUID.fromString(draft.substring("/utkast/".length()));
    }

    private static Map<String, String> declaration() {
        return Map.of(
                "signer", "Anna Exempelsson",
                "role", "ordförande",
                "capacity", "SIGNATORY",
                "truthful", "true",
                "entitled", "true",
                "reports", "true");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
