package se.tidig.mypages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.AtOnce;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.document.Uploads;
import se.tidig.engine.DemoStaff;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.mypages.Act;
import se.tidig.mypages.ActService;
import se.tidig.mypages.PartyFixture;
import se.tidig.organisation.Right;
import se.tidig.payment.PaymentFixture;
import se.tidig.report.Report;
import se.tidig.report.Reports;

/** What a party sends in from /mina-sidor: it reaches the same wait as a paper, once, and nothing typed is lost. */
@TidigTest
class ActPageTest {

    private static final String READER = "lasare@example.org";
    private static final String WRITER = "skrivare@example.org";
    private static final String SIGNATORY = "firmatecknare@example.org";
    private static final String OTHER = "annan@example.org";
    private static final String REPLY = "Här är det årsmötesprotokoll som saknades.";

    @Autowired
    private PartyFixture parties;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private Play play;

    @Autowired
    private Applications applications;

    @Autowired
    private Grants grants;

    @Autowired
    private Reports reports;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private Uploads uploads;

    @Autowired
    private ActService acts;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void people() {
        parties.person(READER, "Amina Berg", PartyFixture.NUMBER, Right.READ);
        parties.person(WRITER, "Sam Testberg", PartyFixture.NUMBER, Right.WRITE);
        parties.person(SIGNATORY, "Kim Exempelsson", PartyFixture.NUMBER, Right.SUBMIT);
        parties.person(OTHER, "Olle Annan", "8020000006", Right.SUBMIT);
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    /** Opens the page and sends its form. */
    private static HttpResponse<String> send(Browser browser, String path, Map<String, String> fields) {
        return post(browser, browser.get(path).body(), path, fields);
    }

    /** Sends the form of a page that was opened before. */
    private static HttpResponse<String> post(Browser browser, String page, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.putIfAbsent("then", "send");
        return browser.postFormWithout(path, all, "_csrf", hidden(page, "_csrf"), "token", hidden(page, "token"));
    }

    /** Sends a file at the question for the document. */
    private static HttpResponse<String> sendFile(Browser browser, String page, String path, String document) {
        var fields = new StringBuilder();
        Map.of("_csrf", hidden(page, "_csrf"), "token", hidden(page, "token"), "upload", document)
                .forEach((name, value) -> fields.append("--part\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        fields.append("--part\r\nContent-Disposition: form-data; name=\"")
                .append(document)
                .append("\"; filename=\"protokoll.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n")
                .append("\r\n--part--\r\n");
        return browser.send("POST", path, "multipart/form-data; boundary=part", fields.toString());
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as("%s on %s", name, page).isTrue();
        return found.group(1);
    }

    private Reference taken() {
        return cases.takenOn(cases.call(), ApplicationFixture.answers());
    }

    /** A case that waits for the applicant's completion. */
    private Reference asked() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers("attachments", null));
        play.as("officerK1")
                .complete(
                        "userTask_requestCompletion",
                        own.value(),
                        Map.of(
                                "completionText",
                                "Skicka in årsmötesprotokollet.",
                                "completionBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        return own;
    }

    private List<CaseEvent> received(Reference reference, EventKind kind) {
        return journal.documents(reference).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    private static String path(String reference, Act act) {
        return "/mina-sidor/" + reference + "/" + act.path();
    }

    @Test
    void anAnswerToARequestLetsTheCaseGoOnAndIsRecordedAsAPaperIs() {
        var own = asked();
        var writer = as(WRITER);
        assertThat(writer.get("/mina-sidor").body())
                .containsSubsequence(
                        "Svara på begäran om komplettering", own.value(), path(own.value(), Act.COMPLETION));
        var page = writer.get(path(own.value(), Act.COMPLETION)).body();
        assertThat(page)
                .contains("Skicka in årsmötesprotokollet.", "Ska ha kommit in senast", "14 dagar kvar", "Be om mer tid")
                .contains("När svaret har kommit in går ärendet genast vidare");

        var uploaded = sendFile(writer, page, path(own.value(), Act.COMPLETION), "attachments.annualMeetingMinutes");
        assertThat(uploaded.body()).contains("protokoll.pdf", "Mottagen");

        var answer = post(writer, uploaded.body(), path(own.value(), Act.COMPLETION), Map.of("completionReply", REPLY));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/mina-sidor/" + own);
        cases.goOn();
        assertThat(writer.get("/mina-sidor/" + own).body())
                .contains("Svaret har kommit in", "Komplettering", REPLY, "skickat av Sam Testberg")
                .doesNotContain("Ni ska svara");
        assertThat(applications.get(Reference.of(own.value())).status())
                .isNotEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        assertThat(received(own, EventKind.COMPLETION))
                .singleElement()
                .returns(Actor.of(WRITER), CaseEvent::actor)
                .returns(REPLY, CaseEvent::text);
        assertThat(answers.latest(Reference.of(own.value()), "userTask_registerCompletion"))
                .hasValueSatisfying(given -> {
                    assertThat(given.form()).isEqualTo("completion-reply");
                    assertThat(given.actor()).isEqualTo(Actor.of(WRITER));
                    assertThat(given.answers().text("completionReply")).isEqualTo(REPLY);
                });
        assertThat(applications.get(Reference.of(own.value())).given().choices("attachments"))
                .containsExactly("annualMeetingMinutes");
        var file = uploads.of(Reference.of(own.value())).get(0);
        assertThat(file.name()).isEqualTo("protokoll.pdf");
        var download = "/mina-sidor/" + own + "/bilagor/" + file.id();
        assertThat(writer.get("/mina-sidor/" + own).body()).contains(download);
        assertThat(writer.get(download).body()).startsWith("%PDF-1.4");
        assertThat(as(OTHER).get(download).statusCode()).isEqualTo(404);
    }

    /** The page asks too; a caller that is no page cannot forget it. */
    @ParameterizedTest
    @ValueSource(strings = {READER, OTHER, "ingen@example.org"})
    void nothingIsReceivedFromAPersonWithoutTheRightWhoeverCalls(String person) {
        var own = applications.get(asked());

        assertThatThrownBy(() -> acts.submit(
                        Act.COMPLETION,
                        own,
                        person,
                        UUID.randomUUID(),
                        Map.of("completionReply", REPLY),
                        Locale.forLanguageTag("sv")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("inte rätt");

        assertThat(received(own.reference(), EventKind.COMPLETION)).isEmpty();
    }

    @Test
    void onlyWhoMaySubmitSaysThatTheApplicationIsSigned() {
        var reference = asked();
        jdbc.sql("update tidig.application set answers = answers || '{\"signatoryAuthorised\": false}'"
                        + " where reference = ?")
                .param(reference.value())
                .update();
        var own = applications.get(reference);
        Map<String, Object> signed = Map.of("completionReply", REPLY, "answersMore", true, "signatoryAuthorised", true);

        assertThatThrownBy(() -> acts.submit(
                        Act.COMPLETION, own, WRITER, UUID.randomUUID(), signed, Locale.forLanguageTag("sv")))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("signatoryAuthorised"));
        assertThat(received(reference, EventKind.COMPLETION)).isEmpty();

        acts.submit(Act.COMPLETION, own, SIGNATORY, UUID.randomUUID(), signed, Locale.forLanguageTag("sv"));
        assertThat(applications.get(reference).given().yes("signatoryAuthorised"))
                .isTrue();
    }

    @Test
    void theSamePageSentTwiceIsReceivedOnce() {
        var own = asked();
        var writer = as(WRITER);
        var page = writer.get(path(own.value(), Act.COMPLETION)).body();
        var both = AtOnce.run(
                0, 2, () -> post(writer, page, path(own.value(), Act.COMPLETION), Map.of("completionReply", REPLY)));
        assertThat(both).allMatch(answer -> answer.statusCode() == 302);
        assertThat(post(writer, page, path(own.value(), Act.COMPLETION), Map.of("completionReply", REPLY))
                        .statusCode())
                .isEqualTo(302);
        assertThat(received(own, EventKind.COMPLETION)).hasSize(1);
    }

    @Test
    void theTokenOfAnotherPersonsPageIsOfNoUse() {
        var own = asked();
        var others = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationNumber", "8020000006"));
        var supplement = path(others.value(), Act.SUPPLEMENT);
        var foreign = as(OTHER).get(supplement).body();
        var writer = as(WRITER);
        var page = writer.get(path(own.value(), Act.COMPLETION))
                .body()
                .replace(
                        hidden(writer.get(path(own.value(), Act.COMPLETION)).body(), "token"),
                        hidden(foreign, "token"));
        assertThat(post(writer, page, path(own.value(), Act.COMPLETION), Map.of("completionReply", REPLY))
                        .statusCode())
                .isEqualTo(302);
        assertThat(received(own, EventKind.COMPLETION)).hasSize(1);
        assertThat(send(as(OTHER), supplement, Map.of("supplement", "Vårt eget, som vi skickar nu."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(received(Reference.of(others.value()), EventKind.SUPPLEMENT)).hasSize(1);
    }

    @Test
    void whatASecondWindowSaysOtherwiseIsKeptAndNotReceivedUnseen() {
        var own = asked();
        var writer = as(WRITER);
        var first = writer.get(path(own.value(), Act.COMPLETION)).body();
        var second = writer.get(path(own.value(), Act.COMPLETION)).body();
        post(writer, first, path(own.value(), Act.COMPLETION), Map.of("completionReply", REPLY));

        var told =
                post(writer, second, path(own.value(), Act.COMPLETION), Map.of("completionReply", "Något helt annat."));

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("Ni har redan skickat ett svar från den här sidan", "Något helt annat.");
        assertThat(received(own, EventKind.COMPLETION)).hasSize(1);
        post(writer, told.body(), path(own.value(), Act.COMPLETION), Map.of("completionReply", "Något helt annat."));
        assertThat(received(own, EventKind.COMPLETION)).hasSize(2);
    }

    @Test
    void aRefusedPageShowsEverythingThatWasTypedAlsoInANewSession() {
        var own = asked();
        var typed = Map.of("completionReply", "", "requestedAmount", "många kronor", "title", "Nytt namn <b>");

        var refused = send(as(WRITER), path(own.value(), Act.COMPLETION), typed);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<title>Fel: ", "role=\"alert\"", "många kronor", "Nytt namn &lt;b&gt;");
        assertThat(as(WRITER).get(path(own.value(), Act.COMPLETION)).body())
                .contains("många kronor", "Nytt namn &lt;b&gt;", "Sparat ");
        assertThat(as(SIGNATORY).get(path(own.value(), Act.COMPLETION)).body()).doesNotContain("många kronor");
        assertThat(received(own, EventKind.COMPLETION)).isEmpty();
        assertThat(send(as(WRITER), path(own.value(), Act.COMPLETION) + "?lang=en", typed)
                        .body())
                .contains("Error: Answer the request to complete", "Your completion");
    }

    @Test
    void whatIsSavedForLaterIsNotSent() {
        var own = taken();
        var writer = as(WRITER);
        var path = path(own.value(), Act.SUPPLEMENT);
        var saved = send(writer, path, Map.of("supplement", "Halvfärdigt", "then", "save"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(writer.get("/mina-sidor/" + own).body()).contains("sparat och inte skickat: Skicka in något mer");
        assertThat(writer.get(path).body()).contains("Halvfärdigt");
        assertThat(received(own, EventKind.SUPPLEMENT)).isEmpty();
    }

    @Test
    void everyKindOfDocumentReachesTheStepThatThePaperReaches() {
        var own = taken();
        var text = "Det här behöver ni veta om ärendet.";
        var writer = as(WRITER);
        assertThat(send(writer, path(own.value(), Act.SUPPLEMENT), Map.of("supplement", text))
                        .statusCode())
                .isEqualTo(302);
        assertThat(send(writer, path(own.value(), Act.CHANGE), Map.of("change", text))
                        .statusCode())
                .isEqualTo(302);
        cases.goOn();
        assertThat(play.openTasks(own.value())).contains("userTask_readSupplement", "userTask_assessChange");
        assertThat(received(own, EventKind.CHANGE)).singleElement().returns(Actor.of(WRITER), CaseEvent::actor);

        assertThat(send(
                                as(SIGNATORY),
                                path(own.value(), Act.WITHDRAWAL),
                                Map.of("withdrawal", text, "withdrawalCertain", "true"))
                        .statusCode())
                .isEqualTo(302);
        cases.goOn();
        assertThat(applications.get(Reference.of(own.value())).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(play.openTasks(own.value())).contains("userTask_writeOff");
    }

    @Test
    void moreTimeIsAskedForBeforeTheDayHasPassed() {
        var own = asked();
        assertThat(send(
                                as(WRITER),
                                path(own.value(), Act.MORE_TIME),
                                Map.of("moreTime", "Årsmötet hålls först i mars."))
                        .statusCode())
                .isEqualTo(302);
        cases.goOn();
        assertThat(play.openTasks(own.value())).contains("userTask_completionTime");
        assertThat(as(WRITER).get(path(taken().value(), Act.MORE_TIME)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aDecisionIsDemandedOnceAndAfterSixMonths() {
        var own = taken();
        var path = path(own.value(), Act.DECISION_DEMAND);
        var signatory = as(SIGNATORY);
        assertThat(signatory.get(path).statusCode()).isEqualTo(409);
        assertThat(signatory.get(path).body()).contains("Ni kan begära det en gång, från ");
        assertThat(signatory.get("/mina-sidor/" + own).body())
                .contains("Här: från ")
                .doesNotContain(path);
        play.asNobody().pass(Duration.ofDays(190));

        assertThat(send(signatory, path, Map.of("decisionDemand", "Vi begär att ärendet avgörs."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(received(own, EventKind.DECISION_DEMAND)).hasSize(1);
        assertThat(signatory.get(path).statusCode()).isEqualTo(409);
    }

    @Test
    void conditionsAreConfirmedAndAChangeAskedFor() {
        var own = cases.toPropose(cases.call(), 40_000);
        cases.propose(own, DecisionPlay.proposal(DecisionKind.GRANT, 40_000L));
        cases.decide(own, "deciderK");
        cases.goOn();
        var signatory = as(SIGNATORY);
        var page = signatory.get(path(own.value(), Act.GRANT_CONFIRMATION)).body();
        assertThat(page).contains("beviljat statsbidrag med", "Bidraget får bara användas till språkcaféet.");
        var account = new HashMap<>(Map.of(
                "acceptance", "accept",
                "giroKind", "BANKGIRO",
                "giro", "5050-1056",
                "giroHolder", "Föreningen Bryggan",
                "confirmedBy", "Kim Exempelsson",
                "confirmedByRole", "ordförande"));
        var refused = post(signatory, page, path(own.value(), Act.GRANT_CONFIRMATION), account);
        assertThat(refused.statusCode()).as("a wrong account").isEqualTo(400);
        assertThat(refused.body()).contains("5050-1056", "Föreningen Bryggan", "ordförande");
        account.put("giro", "5050-1055");

        assertThat(post(signatory, refused.body(), path(own.value(), Act.GRANT_CONFIRMATION), account)
                        .statusCode())
                .isEqualTo(302);

        cases.goOn();
        assertThat(grants.get(own).status()).isEqualTo(Grant.State.CONFIRMED);
        assertThat(play.openTasks(own.value())).containsExactly("userTask_verifyPayee");
        assertThat(signatory.get(path(own.value(), Act.GRANT_CONFIRMATION)).statusCode())
                .isEqualTo(409);

        assertThat(send(
                                signatory,
                                path(own.value(), Act.CHANGE_REQUEST),
                                Map.of("changeRequest", "Vi vill byta konto."))
                        .statusCode())
                .isEqualTo(302);
        cases.goOn();
        assertThat(play.openTasks(own.value())).contains("userTask_handleChangeRequest");
    }

    @Test
    void onlyThoseWhoMayWriteAnswerAndOnlyThoseWhoMaySubmitBindTheOrganisation() {
        var own = asked();
        var refused = new ArrayList<String>();
        for (var act : Act.values()) {
            for (var person : List.of(READER, WRITER)) {
                if (act.right() == Right.WRITE && person.equals(WRITER)) {
                    continue;
                }
                var browser = as(person);
                var path = path(own.value(), act);
                if (browser.get(path).statusCode() != 403) {
                    refused.add(person + " opens " + path);
                }
                if (browser.postForm("/mina-sidor", path, Map.of("then", "send"))
                                .statusCode()
                        != 403) {
                    refused.add(person + " sends " + path);
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(as(READER).get(path(own.value(), Act.COMPLETION)).body())
                .contains("Du får läsa ärendet men inte svara");
        assertThat(as(WRITER).get(path(own.value(), Act.WITHDRAWAL)).body())
                .contains("får skicka in för organisationen");
        assertThat(as(READER).get("/mina-sidor/" + own).body()).doesNotContain(path(own.value(), Act.SUPPLEMENT));
        assertThat(journal.documents(Reference.of(own.value()))).hasSize(1);
        assertThat(jdbc.sql("select count(*) from tidig.typed_answer")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void strangersReachNoPageAndAnUnknownActIsNotFound() {
        var own = asked();
        for (var act : Act.values()) {
            var path = path(own.value(), act);
            assertThat(as(OTHER).get(path).statusCode()).isEqualTo(404);
            assertThat(as(OTHER).postForm("/mina-sidor", path, Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(as("officerK1").get(path).statusCode()).isEqualTo(403);
            assertThat(new Browser(port)
                            .get(path)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/login");
        }
        var signatory = as(SIGNATORY);
        for (var guess : List.of("okant", "COMPLETION", "%00", "komplettering%2F..", "Komplettering")) {
            assertThat(signatory.get("/mina-sidor/" + own + "/" + guess).statusCode())
                    .as(guess)
                    .isBetween(400, 405);
        }
        assertThat(signatory
                        .postForm("/mina-sidor", path(own.value(), Act.COMPLETION), Map.of("token", "gissad"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(signatory
                        .postFormWithout(path(own.value(), Act.COMPLETION), Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWithdrawnApplicationTakesNothingMoreAndSaysSo() {
        var own = asked();
        var signatory = as(SIGNATORY);
        var page = signatory.get(path(own.value(), Act.COMPLETION)).body();
        send(
                signatory,
                path(own.value(), Act.WITHDRAWAL),
                Map.of("withdrawal", "Vi drar tillbaka ansökan.", "withdrawalCertain", "true"));
        cases.goOn();

        var late = post(signatory, page, path(own.value(), Act.COMPLETION), Map.of("completionReply", REPLY));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ingen komplettering är begärd, eller så är ärendet avgjort", REPLY);
        for (var act : List.of(Act.COMPLETION, Act.WITHDRAWAL, Act.SUPPLEMENT, Act.DECISION_DEMAND, Act.REPORT)) {
            assertThat(signatory.get(path(own.value(), act)).statusCode())
                    .as(act.name())
                    .isEqualTo(409);
        }
        assertThat(received(own, EventKind.COMPLETION)).isEmpty();
    }

    @Test
    void aReportIsSubmittedFromThePage() {
        var own = cases.toPropose(cases.call(), 40_000);
        cases.propose(own, DecisionPlay.proposal(DecisionKind.GRANT, 40_000L));
        cases.decide(own, "deciderK");
        cases.goOn();
        var signatory = as(SIGNATORY);
        send(
                signatory,
                path(own.value(), Act.GRANT_CONFIRMATION),
                Map.of(
                        "acceptance", "accept",
                        "giroKind", "BANKGIRO",
                        "giro", "5050-1055",
                        "giroHolder", "Föreningen Bryggan",
                        "confirmedBy", "Kim Exempelsson",
                        "confirmedByRole", "ordförande"));
        cases.goOn();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        own.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        payments.settle();
        payments.pay(own + "-M1");
        var path = path(own.value(), Act.REPORT);
        assertThat(signatory.get("/mina-sidor").body()).contains(path);

        var incomplete = send(signatory, path, Map.of("use", "Språkcafé två kvällar i veckan."));
        assertThat(incomplete.statusCode()).isEqualTo(400);
        assertThat(incomplete.body()).contains("Språkcafé två kvällar i veckan.");
        var fields = new HashMap<>(Map.of(
                "use", "Språkcafé två kvällar i veckan.",
                "conditionsFollowed", "yes",
                "participantsWomen", "31",
                "participantsMen", "28",
                "purposeFulfilment", "Deltagarna har brutit sin isolering.",
                "unusedAmount", "0",
                "otherFunding", "0",
                "submittedBy", "Kim Exempelsson",
                "correct", "true"));
        fields.put("activities[0].activity", "Språkcafé");
        fields.put("activities[0].plannedOccasions", "40");
        fields.put("activities[0].actualOccasions", "38");
        fields.put("activities[0].plannedHours", "80");
        fields.put("activities[0].actualHours", "76");
        fields.put("costs[0].item", "Löner");
        fields.put("costs[0].budgeted", "40 000");
        fields.put("costs[0].outcome", "40 000");
        fields.put("auditor", "auditor");
        fields.put("auditorName", "Karin Ek");
        sendFile(signatory, signatory.get(path).body(), path, "attachments.auditorReport");

        var answer = send(signatory, path, fields);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(reports.findByReferenceOrderByMilestone(own))
                .filteredOn(report -> report.status() == Report.State.SUBMITTED)
                .hasSize(1);
        assertThat(signatory.get("/mina-sidor/" + own).body()).contains("granskas");
        assertThat(signatory.get(path).statusCode()).isEqualTo(409);
    }
}
