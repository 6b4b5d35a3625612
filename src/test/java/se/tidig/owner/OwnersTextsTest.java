package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.mypages.PartyFixture;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;

/** A process owner's changes of what others read: mails and who gets them, letters, public stages. */
@TidigTest
class OwnersTextsTest {

    private static final String AFTER_ASSESSMENT = "flow_assessApplication_routeAssessment";
    private static final String TEXT =
            "Ämne: Ansökan [(${case.reference})] är bedömd\n\nVi har bedömt ansökan om [(${project.title})].\n";
    private static final String HTML = "<p>Vi har bedömt ansökan om <b th:text=\"${project.title}\">språk</b>.</p>\n";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    PartyFixture parties;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${tidig.data-dir}")
    Path dataDir;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void anAnswerStandsInMailsAndLettersAsItIsStored() {
        desk.form("application", form -> {
                    var question = ((ArrayNode) form.path("components").get(1).path("components")).addObject();
                    question.put("type", "radio").put("id", "radio_childcare").put("key", "childcare");
                    question.put("label", "Ordnar ni barnpassning under aktiviteterna?");
                    question.putArray("values")
                            .addObject()
                            .put("label", "Ibland")
                            .put("value", "sometimes");
                    question.withArray("values").addObject().put("label", "Nej").put("value", "no");
                })
                .text("forms/mails/decision.txt", text -> text + "\nBarnpassning: [(${answers.childcare})].\n")
                .text(
                        "forms/mails/decision.html",
                        text -> text.replace("</body>", "<p>Barnpassning: [[${answers.childcare}]].</p></body>"))
                .text(
                        "forms/letters/decision-refusal.html",
                        text -> text.replace("</body>", "<p>Barnpassning: [[${answers.childcare}]].</p></body>"))
                .deploy(port);
        var reference = refused(cases.call(), ApplicationFixture.answers("childcare", "sometimes"));

        assertThat(cases.letter(reference, "decision"))
                .contains("Barnpassning: sometimes.")
                .doesNotContain("Ibland");
        assertThat(source(reference, "decision")).containsOnlyOnce("\nBarnpassning: sometimes.");
        assertThat(source(reference, "decision")).containsOnlyOnce("<p>Barnpassning: sometimes.</p>");
    }

    @Test
    void anAnswerIsNotWrittenIntoALetterAsItIsInAMailsText() {
        var refused = desk.text(
                        "forms/letters/decision-refusal.html",
                        text -> text.replace("</body>", "<p>[(${answers.title})]</p></body>"))
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("skriver ut innehåll som kod", "skriv [[...]]");
    }

    @Test
    void whatSeveralLettersSayIsChangedInOnePlace() {
        var call = cases.call();
        var running = cases.toPropose(call, 100_000);

        desk.text(
                        "forms/letters/parts/decision-reasons.html",
                        part -> part.replace("Bestämmelser som har tillämpats:", "Det här bygger vi beslutet på:"))
                .deploy(port);

        var refused = cases.toPropose(call, 100_000);
        var granted = cases.toPropose(call, 100_000);
        decide(running, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        decide(refused, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        decide(granted, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        assertThat(List.of(refused, granted)).allSatisfy(reference -> assertThat(cases.letter(reference, "decision"))
                .contains("Det här bygger vi beslutet på:"));
        assertThat(cases.letter(running, "decision")).contains("Bestämmelser som har tillämpats:");
    }

    @Test
    void theCourtAndTheAddressOfTheDayStandAlsoInALetterOfACaseThatRuns() {
        var reference = cases.toPropose(cases.call(), 100_000);
        play.pass(Duration.ofDays(200));
        play.asNobody();
        intake.demandDecision(
                reference,
                "Vi begär att ärendet avgörs.",
                SwedishDate.on(clock.instant()),
                Actor.of("forening@example.org"));
        cases.goOn();

        desk.tables(
                        "administrative-court",
                        tables -> Drawing.cell(
                                tables, "outputEntry_administrative-court_K", "\"Förvaltningsrätten i Malmö\""))
                .tables(
                        "board-contact",
                        tables ->
                                Drawing.cell(tables, "outputEntry_board-contact_K_1", "\"Box 17, 371 22 Karlskrona\""))
                .deploy(port);

        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference.value(),
                        Map.of("demandDecision", "REFUSE", "demandReasons", "Prioriteringen är inte klar än."));
        cases.goOn();
        assertThat(cases.letter(reference, "demand-refused"))
                .contains("Ställ det till Förvaltningsrätten i Malmö", "Box 17, 371 22 Karlskrona")
                .doesNotContain("Växjö");
    }

    @Test
    void aNewLetterIsPublishedUnderItsWholeNameAndGoesWithItsMail() {
        var letter = Bundle.packaged()
                .text("forms/letters/decision-refusal.html")
                .replaceFirst(
                        "(?s)<title>.*</title>(.*<body>).*</body>",
                        "<title>Besked om bedömning</title>$1<p>Vi har bedömt [[\\${project.title}]].</p></body>");
        var bare = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postFiles(
                        "/engine-rest/deployment/create",
                        "brev",
                        new TreeMap<>(Map.of("assessed.html", letter.getBytes(StandardCharsets.UTF_8))));
        assertThat(bare).returns(400, HttpResponse::statusCode);
        assertThat(bare.body()).contains("forms/letters/namn.html");

        desk.process(
                        "application",
                        model -> Drawing.drop(
                                model,
                                Drawing.letter(
                                        model,
                                        "serviceTask_mailAssessed",
                                        "Skicka besked om bedömning",
                                        "assessed",
                                        "assessed-mail",
                                        "applicant"),
                                AFTER_ASSESSMENT))
                .write("forms/letters/assessed.html", letter)
                .write("forms/mails/assessed-mail.txt", TEXT)
                .write("forms/mails/assessed-mail.html", HTML)
                .deploy(port);
        var reference = cases.takenOn(cases.call(), 100_000);
        cases.assess(reference, 3);

        assertThat(cases.letter(reference, "assessed")).contains("Vi har bedömt Språkcafé Bryggan.");
        assertThat(source(reference, "assessed-mail")).contains("application/pdf");
    }

    @Test
    void aMailGoesToTheApplicantAGroupOrThoseWhoWantToKnowOfCalls() {
        subscriptions.keep("bevakar@example.org", Set.of(Board.K));
        desk.process("application", model -> {
                    mail(model, "applicant", "to-applicant");
                    mail(model, "group:headsOfUnit", "to-group");
                    mail(model, "subscribers", "to-subscribers");
                })
                .write("forms/mails/to-applicant.txt", TEXT)
                .write("forms/mails/to-applicant.html", HTML)
                .write("forms/mails/to-group.txt", TEXT)
                .write("forms/mails/to-group.html", HTML)
                .write("forms/mails/to-subscribers.txt", TEXT)
                .write("forms/mails/to-subscribers.html", HTML)
                .deploy(port);
        var reference = cases.takenOn(cases.call(), 100_000);
        cases.assess(reference, 3);

        assertThat(receivers(reference, "to-applicant")).isEqualTo("forening@example.org");
        assertThat(receivers(reference, "to-group")).isEqualTo("headk@lansstyrelsen.example");
        assertThat(receivers(reference, "to-subscribers")).isEqualTo("bevakar@example.org");
    }

    @Test
    void aMailLinksToAPageAndSaysSomethingOnlyAfterLogIn() throws Exception {
        parties.person("amina@example.org", "Amina Berg", PartyFixture.NUMBER, Right.READ);
        desk.process("application", model -> mail(model, "applicant", "to-applicant"))
                .write(
                        "forms/mails/to-applicant.txt",
                        "Ämne: Vi har bedömt er ansökan\n\n[# th:if=\"${onMyPages}\"]Bara ni får veta det.\n\n[/]"
                                + "Läs mer: [(${link.overview})]\n")
                .write("forms/mails/to-applicant.html", "<p>Läs mer: <a th:href=\"${link.overview}\">sidan</a></p>")
                .deploy(port);
        var reference = cases.takenOn(cases.call(), 100_000);
        cases.assess(reference, 3);

        assertThat(source(reference, "to-applicant"))
                .contains("/mina-sidor/" + reference)
                .doesNotContain("Bara ni");
        var browser = new Browser(port);
        browser.login("amina@example.org", DemoStaff.PASSWORD);
        assertThat(browser.get("/mina-sidor/" + reference).body()).contains("Bara ni får veta det.", "Läs mer: ");
    }

    @Test
    void aLinkToAPageThatIsNoneIsRefused() {
        var refused = desk.process("application", model -> mail(model, "applicant", "to-applicant"))
                .write("forms/mails/to-applicant.txt", TEXT + "[(${link.complition})]\n")
                .write("forms/mails/to-applicant.html", HTML)
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("link.complition", "completion");
    }

    @Test
    void aReceiverThatIsNoneIsRefused() {
        var refused = desk.process("application", model -> mail(model, "everybody", "to-everybody"))
                .write("forms/mails/to-everybody.txt", TEXT)
                .write("forms/mails/to-everybody.html", HTML)
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("everybody", "applicant, refusedAgent, subscribers eller group:");
    }

    @Test
    void theStagesThatApplicantsSee() {
        var call = cases.call();
        parties.person("efter@example.org", "Amina Berg", PartyFixture.NUMBER, Right.READ);
        var earlier = assessed(call);

        desk.text("processes/bundle.yaml", text -> text.replace("name: Mottagen", "name: Inkommen")
                        .replace(
                                "  - id: decision\n",
                                "  - id: budget\n    name: Budgetgranskning\n    english: Budget review\n"
                                        + "    elements: [application#userTask_reviewBudget]\n  - id: decision\n"))
                .process(
                        "application",
                        model -> Drawing.drop(
                                model,
                                Drawing.review(
                                        model,
                                        "userTask_reviewBudget",
                                        "Granska budgeten",
                                        "review-budget",
                                        "headsOfUnit",
                                        "userTask_conflictCheck"),
                                AFTER_ASSESSMENT))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);

        var fresh = assessed(call);
        assertThat(ownPage(fresh.value(), "sv"))
                .containsSubsequence(
                        "<span>Inkommen</span>",
                        "<span>Bedömning</span>",
                        "aria-current=\"step\"",
                        "<span>Budgetgranskning</span>")
                .doesNotContain("Mottagen");
        assertThat(ownPage(fresh.value(), "en"))
                .containsSubsequence("aria-current=\"step\"", "<span>Budget review</span>");
        assertThat(ownPage(earlier.value(), "sv"))
                .contains("<span>Mottagen</span>")
                .doesNotContain("Inkommen");
    }

    private Reference assessed(Reference call) {
        var reference = cases.takenOn(call, ApplicationFixture.answers());
        cases.assess(reference, 3);
        return reference;
    }

    private String ownPage(String reference, String language) {
        var browser = new Browser(port);
        browser.login("efter@example.org", DemoStaff.PASSWORD);
        return browser.get("/mina-sidor/" + reference + "?lang=" + language).body();
    }

    private static void mail(BpmnModelInstance model, String to, String mail) {
        Drawing.drop(model, Drawing.mail(model, "serviceTask_" + mail, "Skicka " + mail, mail, to), AFTER_ASSESSMENT);
    }

    private Reference refused(Reference call, Map<String, Object> answers) {
        var reference = cases.takenOn(call, answers);
        cases.assess(reference, 3);
        cases.prioritise(call);
        decide(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        return reference;
    }

    private void decide(Reference reference, Map<String, Object> proposal) {
        cases.propose(reference, proposal);
        cases.goOn();
        cases.decide(reference, "deciderK");
    }

    private String receivers(Reference reference, String mail) {
        return sent(reference, mail, "recipients");
    }

    private String sent(Reference reference, String mail, String column) {
        return jdbc.sql("select " + column + " from tidig.mail where reference = ? and mail = ?")
                .params(reference.value(), mail)
                .query(String.class)
                .single();
    }

    /** The mail as it went out. */
    private String source(Reference reference, String mail) {
        var name = sent(reference, mail, "message_id").replaceAll("[<>]|@.*", "");
        try (var in = Files.newInputStream(dataDir.resolve("mail").resolve(name + ".eml"))) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return GreenMailUtil.getWholeMessage(message);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
