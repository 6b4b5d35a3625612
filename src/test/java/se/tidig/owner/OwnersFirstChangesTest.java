package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.EligibilityRecords;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.StaffGroups;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/**
 * A process owner's first changes: each made by editing files of the bundle only, and posted to the running system.
 * New cases follow them; running cases keep what they began with.
 */
@TidigTest
class OwnersFirstChangesTest {

    private static final String PROPOSE = "userTask_proposeDecision";
    private static final String DECIDE = "userTask_decide";
    private static final String ASSESS = "userTask_assessApplication";
    private static final String REVIEW = "userTask_reviewBudget";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    StaffGroups groups;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    List<Integer> versions;

    @BeforeEach
    void remember() {
        versions = desk.versions("application");
    }

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
        assertThat(desk.versions("application")).isEqualTo(versions);
        assertThat(runtime.createEventSubscriptionQuery()
                        .eventName("application.submitted")
                        .list())
                .singleElement()
                .satisfies(start -> assertThat(start.getActivityId()).isEqualTo("startEvent_submitted"));
        assertThat(groups.all()).hasSize(9);
    }

    @Test
    void aNewQuestionWithANewRuleOnIt() {
        var call = cases.call();
        var running = paper(call, Map.of());
        assertThatThrownBy(() -> paper(call, Map.of("childcare", "no"))).isInstanceOf(Rejected.class);

        desk.form("application", form -> {
                    var question = ((ArrayNode) form.path("components").get(1).path("components")).addObject();
                    question.put("type", "radio").put("id", "radio_childcare").put("key", "childcare");
                    question.put("label", "Ordnar ni barnpassning under aktiviteterna?");
                    question.putArray("values").addObject().put("label", "Ja").put("value", "yes");
                    question.withArray("values").addObject().put("label", "Nej").put("value", "no");
                    question.putObject("validate").put("required", true);
                })
                .tables(
                        "eligibility",
                        tables -> Drawing.addRule(
                                tables,
                                "activity-eligibility",
                                "Ordnar barnpassning",
                                "childcare = \"yes\"",
                                "false",
                                "{code: \"NO_CHILDCARE\", effect: \"REVIEW\", paragraph: \"4 § 2\","
                                        + " reason: \"Barnpassning under aktiviteterna ordnas inte.\"}"))
                .deploy(port);

        assertThatThrownBy(() -> paper(call, Map.of()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Ordnar ni barnpassning");
        var without = paper(call, Map.of("childcare", "no"));
        var with = paper(call, Map.of("childcare", "yes"));
        for (var reference : List.of(running, without, with)) {
            play.as("officerK1").complete("userTask_conflictCheck", reference, Map.of("conflictAnswer", "none"));
        }
        cases.goOn();

        assertThat(play.openTasks(without)).containsExactly("userTask_reviewConditions");
        assertThat(checks.get(Reference.of(without)).findings())
                .extracting(EligibilityFinding::code, EligibilityFinding::effect, EligibilityFinding::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "NO_CHILDCARE",
                        EligibilityFinding.Effect.REVIEW,
                        "Barnpassning under aktiviteterna ordnas inte."));
        assertThat(play.openTasks(with)).containsExactly(ASSESS);
        // It has not answered either: the new rule would have held it up.
        assertThat(play.openTasks(running)).containsExactly(ASSESS);
        assertThat(checks.get(Reference.of(running)).findings()).isEmpty();
        assertThat(casePage("officerK1", Reference.of(without)))
                .contains("Ordnar ni barnpassning under aktiviteterna?");
    }

    @Test
    void aNewReviewStepBetweenTwoOthersWithANewForm() {
        var call = cases.call();
        var running = cases.toPropose(call, 100_000);

        desk.process("application", model -> {
                    var review =
                            Drawing.review(model, REVIEW, "Granska budgeten", "review-budget", "headsOfUnit", PROPOSE);
                    Drawing.drop(model, review, "flow_proposeDecision_delegation");
                })
                .write("forms/review-budget.form", reviewForm())
                .deploy(port);

        var fresh = cases.toPropose(call, 100_000);
        for (var reference : List.of(running, fresh)) {
            cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
            cases.goOn();
        }
        assertThat(play.openTasks(running.value())).containsExactly(DECIDE);
        assertThat(play.openTasks(fresh.value())).containsExactly(REVIEW);

        assertThatThrownBy(() -> play.as("headK").complete(REVIEW, fresh.value(), Map.of("budgetJudgement", "maybe")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Är budgeten rimlig?");
        play.as("headK")
                .complete(REVIEW, fresh.value(), Map.of("budgetJudgement", "yes", "budgetNote", "Rimliga löner."));
        cases.goOn();
        assertThat(play.openTasks(fresh.value())).containsExactly(DECIDE);
        assertThat(casePage("officerK1", fresh)).contains("Är budgeten rimlig?", "Rimliga löner.");
        cases.decide(fresh, "deciderK");
        cases.decide(running, "deciderK");
        assertThat(play.path("application", fresh.value())).contains(REVIEW).endsWith("endEvent_granted");
        assertThat(play.path("application", running.value()))
                .doesNotContain(REVIEW)
                .endsWith("endEvent_granted");
    }

    @Test
    void whoProposedDoesNotDoTheNewReviewEither() {
        desk.process("application", model -> {
                    var review =
                            Drawing.review(model, REVIEW, "Granska budgeten", "review-budget", "caseOfficers", PROPOSE);
                    Drawing.drop(model, review, "flow_proposeDecision_delegation");
                })
                .write("forms/review-budget.form", reviewForm())
                .deploy(port);
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));

        assertThatThrownBy(() ->
                        play.as("officerK1").complete(REVIEW, reference.value(), Map.of("budgetJudgement", "yes")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("En annan person måste göra det");
        play.as("officerK2").complete(REVIEW, reference.value(), Map.of("budgetJudgement", "yes"));
        assertThat(play.openTasks(reference.value())).containsExactly(DECIDE);
    }

    @Test
    void aNewGroup() {
        desk.text("processes/bundle.yaml", text -> text.replace("groups:\n", "groups:\n  jurists: Jurister\n"))
                .process("application", model -> {
                    var review =
                            Drawing.review(model, REVIEW, "Granska rättsligt", "review-budget", "jurists", PROPOSE);
                    Drawing.drop(model, review, "flow_proposeDecision_delegation");
                })
                .write("forms/review-budget.form", reviewForm())
                .deploy(port);
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        desk.hire("newJurist", Board.K);
        desk.hire("newJuristH", Board.H);
        assertThat(page("newJurist").get("/arenden/" + reference).body()).contains("Granska rättsligt");

        assertThat(page("headK").postForm("/login", "/personal/newJurist", Map.of("group", "jurists")))
                .as("only an administrator")
                .returns(403, HttpResponse::statusCode);
        var admin = page("admin");
        assertThat(admin.get("/personal").body())
                .contains("Jurister", "newJurist")
                .doesNotContain("worker");
        for (var person : List.of("newJurist", "newJuristH")) {
            assertThat(admin.postForm("/personal", "/personal/" + person, Map.of("group", "jurists")))
                    .returns(302, HttpResponse::statusCode);
        }
        assertThat(admin.get("/personal").body()).contains("Grupperna för Ny Person är ändrade.");
        assertThat(admin.postForm("/personal", "/personal/admin", Map.of("group", "jurists")))
                .returns(302, HttpResponse::statusCode);
        assertThat(admin.get("/personal").body()).contains("Du kan inte ta bort dig själv");
        assertThat(admin.postForm("/personal", "/personal/newJurist", Map.of("group", "kings")))
                .returns(400, HttpResponse::statusCode);
        assertThat(admin.postForm("/personal", "/personal/worker", Map.of("group", "jurists")))
                .returns(404, HttpResponse::statusCode);

        assertThat(page("newJurist").get("/camunda/app/tasklist/default/")).returns(200, HttpResponse::statusCode);
        assertThat(freeTasks("newJurist")).containsExactly("Granska rättsligt");
        assertThat(freeTasks("newJuristH")).as("another board's case").isEmpty();
        assertThat(freeTasks("officerK2")).doesNotContain("Granska rättsligt");
        play.as("newJurist").complete(REVIEW, reference.value(), Map.of("budgetJudgement", "yes"));
        assertThat(play.openTasks(reference.value())).containsExactly(DECIDE);
    }

    @Test
    void aMovedDeadline() {
        var call = cases.call();
        var running = cases.takenOn(call, 100_000);

        desk.tables("reminder-schedule", tables -> Drawing.cell(tables, "outputEntry_reminder-schedule_9_1", "-21"))
                .deploy(port);

        var fresh = cases.takenOn(call, 100_000);
        var announced = SwedishDate.on(clock.instant()).plusDays(75);
        play.passTo(
                announced.minusDays(20).atTime(12, 0).atZone(SwedishDate.ZONE).toInstant());
        assertThat(play.openTasks(fresh.value())).containsExactly(ASSESS, "userTask_assessDelay");
        assertThat(play.openTasks(running.value())).containsExactly(ASSESS);

        play.pass(Duration.ofDays(7));
        assertThat(play.openTasks(running.value())).containsExactly(ASSESS, "userTask_assessDelay");
    }

    @Test
    void aNewMail() {
        var call = cases.call();
        var running = cases.takenOn(call, 100_000);

        desk.process("application", model -> {
                    var mail = Drawing.mail(
                            model,
                            "serviceTask_mailBegun",
                            "Berätta att handläggningen har börjat",
                            "handling-begun",
                            "applicant");
                    Drawing.drop(model, mail, "flow_assessApplication_routeAssessment");
                })
                .write(
                        "forms/mails/handling-begun.txt",
                        "Ämne: Ansökan [(${case.reference})] är bedömd\n\n"
                                + "Hej!\n\n"
                                + "Vi har bedömt ansökan om [(${project.title})].\n")
                .write(
                        "forms/mails/handling-begun.html",
                        "<p>Hej! Vi har bedömt ansökan om <b th:text=\"${project.title}\">projektet</b>.</p>\n")
                .deploy(port);

        var fresh = cases.takenOn(call, 100_000);
        cases.assess(running, 3);
        cases.assess(fresh, 3);

        assertThat(mails(fresh)).containsExactly("application-received", "handling-begun");
        assertThat(mails(running)).containsExactly("application-received");
        assertThat(subject(fresh, "handling-begun")).isEqualTo("Ansökan " + fresh + " är bedömd");
        assertThat(play.path("application", running.value())).contains("catch_prioritised");
        assertThat(play.path("application", fresh.value())).contains("catch_prioritised");
    }

    @Test
    void aChangedThreshold() {
        var call = cases.call();
        var running = cases.toPropose(call, 300_000);

        desk.tables("delegation", tables -> {
                    Drawing.cell(tables, "inputEntry_granted_decisionAmount", "<= 200000");
                    Drawing.cell(tables, "inputEntry_grantedLarge_decisionAmount", "> 200000");
                })
                .deploy(port);

        var fresh = cases.toPropose(call, 300_000);
        for (var reference : List.of(running, fresh)) {
            cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 300_000L));
            // The order of delegation is that of the day of the decision, also for a case that began before.
            assertThatThrownBy(() -> cases.decide(reference, "deciderK")).isInstanceOf(AuthorizationException.class);
            assertThat(play.openTasks(reference.value())).containsExactly(DECIDE);
            cases.decide(reference, "headK");
            assertThat(play.ended("application", reference.value())).isTrue();
        }
    }

    @Test
    void aRewordedLetter() {
        var call = cases.call();
        var running = cases.toPropose(call, 100_000);

        desk.text(
                        "forms/letters/decision-refusal.html",
                        letter -> letter.replace(
                                "Länsstyrelsen avslår ansökan om statsbidrag med",
                                "Vi säger nej till ansökan om statsbidrag på"))
                .deploy(port);

        var fresh = cases.toPropose(call, 100_000);
        for (var reference : List.of(running, fresh)) {
            cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
            cases.decide(reference, "deciderK");
        }
        assertThat(cases.letter(fresh, "decision"))
                .contains("Vi säger nej till ansökan om statsbidrag på 100 000 kr")
                .doesNotContain("avslår ansökan");
        assertThat(cases.letter(running, "decision")).contains("Länsstyrelsen avslår ansökan om statsbidrag med");
    }

    @Test
    void theLookOfAllLetters() {
        var call = cases.call();
        var running = cases.toPropose(call, 100_000);

        desk.text(
                        "forms/letters/letter.css",
                        style -> style.replace("\" (\" counter(pages) \")\"", "\" av \" counter(pages)"))
                .deploy(port);

        var fresh = cases.toPropose(call, 100_000);
        for (var reference : List.of(running, fresh)) {
            cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
            cases.decide(reference, "deciderK");
        }
        assertThat(cases.letter(fresh, "decision")).contains(" 1 av 1");
        assertThat(cases.letter(running, "decision")).contains(" 1 (1)");
    }

    @Test
    void aBrokenChangeIsRefusedWithItsPlaceAndNothingChanges() {
        var refused = desk.process(
                        "application",
                        model -> Drawing.drop(
                                model,
                                Drawing.review(model, REVIEW, "Granska", "review-budget", "jurists", PROPOSE),
                                "flow_proposeDecision_delegation"))
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body())
                .contains("processes/application.bpmn " + REVIEW)
                .contains("review-budget", "jurists")
                .doesNotContain("se.tidig");
        assertThat(desk.versions("application")).isEqualTo(versions);
    }

    private String paper(Reference call, Map<String, Object> more) {
        var answers = new HashMap<>(ApplicationFixture.answers());
        answers.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        answers.put("organisationNumber", "802002-4280");
        answers.put("callReference", call.value());
        answers.put("receivedDate", SwedishDate.on(clock.instant()).toString());
        answers.putAll(more);
        var reference = play.as("registrarK").start("application", answers).getBusinessKey();
        cases.goOn();
        return reference;
    }

    private String casePage(String person, Reference reference) {
        return page(person).get("/arenden/" + reference).body();
    }

    private Browser page(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    /** What Tasklist shows under "Min grupps lediga uppgifter". */
    private List<String> freeTasks(String person) {
        var filter = jdbc.sql("select id_ from engine.act_ru_filter where name_ = 'Min grupps lediga uppgifter'")
                .query(String.class)
                .single();
        var found = Browser.json(new Browser(port)
                .with(person, DemoStaff.PASSWORD)
                .get("/engine-rest/filter/" + filter + "/list?maxResults=50"));
        assertThat(found.isArray()).as(found.toString()).isTrue();
        return found.findValuesAsText("name");
    }

    private List<String> mails(Reference reference) {
        return jdbc.sql("select mail from tidig.mail where reference = ? order by sent_at, mail")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private String subject(Reference reference, String mail) {
        return jdbc.sql("select subject from tidig.mail where reference = ? and mail = ?")
                .param(reference.value())
                .param(mail)
                .query(String.class)
                .single();
    }

    static String reviewForm() {
        var form = new ObjectMapper().createObjectNode();
        form.put("id", "review-budget").put("type", "default").put("schemaVersion", 16);
        form.put("executionPlatform", "Camunda Platform").put("executionPlatformVersion", "7.24.0");
        var judgement = form.putArray("components").addObject();
        judgement.put("type", "radio").put("id", "radio_judgement").put("key", "budgetJudgement");
        judgement.put("label", "Är budgeten rimlig?");
        judgement.putArray("values").addObject().put("label", "Ja").put("value", "yes");
        judgement.withArray("values").addObject().put("label", "Nej").put("value", "no");
        judgement.putObject("validate").put("required", true);
        var note = form.withArray("components").addObject();
        note.put("type", "textarea").put("id", "textarea_note").put("key", "budgetNote");
        note.put("label", "Kommentar");
        note.putObject("validate").put("maxLength", 2000);
        return form.toString();
    }
}
