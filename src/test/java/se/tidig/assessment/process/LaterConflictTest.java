package se.tidig.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.assessment.Recusal.State;
import se.tidig.assessment.Recusals;
import se.tidig.engine.DemoStaff;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.ApplicantAccounts;

/**
 * A person who has declared no conflict of interest and learns of one later tells it at once (18 §
 * förvaltningslagen).
 */
@TidigTest
class LaterConflictTest {

    private static final Map<String, String> DECLARED = Map.of(
            "conflictAnswer", "declared",
            "conflictGround", "party",
            "conflictCircumstances", "Min syster är ny kassör i föreningen.");

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    ConflictOfInterestService conflicts;

    @Autowired
    Recusals recusals;

    @Autowired
    TaskService tasks;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicantAccounts applicants;

    Reference reference;
    String page;

    @BeforeEach
    void officerK1HasTakenTheCaseOnAndHoldsATaskInIt() {
        reference = Reference.of(cases.checked(ApplicationFixture.answers()).value());
        page = "/arenden/" + reference + "/jav";
        assertThat(play.task(ApplicationPlay.ASSESS, reference.value()).getAssignee())
                .isEqualTo("officerK1");
    }

    @Test
    void twoClicksLeadFromTheTaskOutOfTheCase() {
        var task = play.task(ApplicationPlay.ASSESS, reference.value()).getId();
        var form = new Browser(port)
                .with("officerK1", DemoStaff.PASSWORD)
                .get("/engine-rest/task/" + task + "/deployed-form")
                .body();
        assertThat(form).as("the first click").contains("[Anmäl jäv](" + page + ")", "\"assess-application\"");
        var officer = as("officerK1");
        assertThat(officer.get(page).body())
                .contains(
                        "Jag anmäler jäv",
                        "Annan särskild omständighet (16 § 4)",
                        "Skriv kort vad som kan göra dig jävig.")
                .doesNotContain("Jag känner inte till något");

        var sent = officer.postForm(page, page, DECLARED);

        assertThat(sent.headers().firstValue("Location").orElse(""))
                .as("the second")
                .endsWith(page);
        assertThat(officer.get(page).body()).contains("Anmälan är mottagen");
        var recusal = recusals.of(reference).get(0);
        assertThat(recusal.person()).isEqualTo(Actor.of("officerK1"));
        assertThat(recusal.state()).isEqualTo(State.DECLARED);
        assertThat(recusal.circumstances()).isEqualTo("Min syster är ny kassör i föreningen.");
        assertThat(recusal.candidateGroups()).containsExactly("caseOfficers");
        var noted = journal.latest(reference, EventKind.CONFLICT);
        assertThat(noted.actor()).isEqualTo(Actor.of("officerK1"));
        assertThat(noted.text()).contains("Anmäler jäv", "16 § 1");
        assertThat(officer.get("/arenden/" + reference).statusCode()).isEqualTo(403);
        assertThat(officer.get(page).statusCode())
                .as("nothing is left to declare")
                .isEqualTo(403);
        play.as("officerK1");
        assertThat(tasks.createTaskQuery().taskId(task).count())
                .as("in the own list")
                .isZero();
        play.asNobody();
        assertThat(play.task(ApplicationPlay.ASSESS, reference.value()).getAssignee())
                .isNull();
        play.as("officerK2").claim(ApplicationPlay.ASSESS, reference.value());
    }

    @Test
    void aContestedOneGoesToTheHeadOfUnitAndComesAgainIfAnotherCircumstanceDoes() {
        var contested = new HashMap<>(DECLARED);
        contested.put("conflictAnswer", "contested");
        as("officerK1").postForm(page, page, contested);
        assertThat(play.openTasks(reference.value())).contains("userTask_reviewConflict");
        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isTrue();

        play.as("headK")
                .complete(
                        "userTask_reviewConflict",
                        reference.value(),
                        Map.of("conflictReview", "notConflicted", "conflictReviewReason", "Systern har avgått."));
        play.asNobody();

        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isFalse();
        as("officerK1").postForm(page, page, DECLARED);
        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isTrue();
        assertThat(recusals.of(reference)).hasSize(2);
    }

    @Test
    void ifNobodyElseIsLeftTheHeadOfUnitExaminesIt() {
        conflicts.declareNone(reference, Actor.of("officerK2"));
        as("officerK2").postForm(page, page, DECLARED);
        assertThat(play.openTasks(reference.value())).doesNotContain("userTask_reviewConflict");

        as("officerK1").postForm(page, page, DECLARED);

        assertThat(play.openTasks(reference.value())).contains("userTask_reviewConflict");
    }

    @Test
    void theCasePageLeadsThereWhoeverHasDeclaredAndNobodyElse() {
        assertThat(as("officerK1").get("/arenden/" + reference).body()).contains("href=\"" + page + "\"");
        assertThat(as("officerK2").get("/arenden/" + reference).body()).doesNotContain(page);
    }

    /** Another board, a role without cases, a colleague who has not been asked yet, an administrator, an applicant. */
    @ParameterizedTest
    @ValueSource(
            strings = {"officerH1", "headH", "processOwner", "coordinator", "officerK2", "admin", "forening@example.org"
            })
    void nobodyElseDeclaresInTheCase(String person) {
        applicants.register("forening@example.org", "Fatima Förening", DemoStaff.PASSWORD);
        var browser = as(person);
        assertThat(browser.get(page).statusCode()).isEqualTo(403);
        var body = new HashMap<>(DECLARED);
        body.put("person", "officerK1");
        var token = person.contains("@") ? "/mina-sidor" : "/losenord";
        assertThat(browser.postForm(token, page, body).statusCode()).isEqualTo(403);
        assertThat(recusals.of(reference)).isEmpty();
    }

    @Test
    void nobodyDeclaresForAnother() {
        conflicts.declareNone(reference, Actor.of("officerK2"));
        var body = new HashMap<>(DECLARED);
        for (var name : new String[] {"person", "actor", "user", "who", "name"}) {
            body.put(name, "officerK1");
        }
        as("officerK2").postForm(page, page, body);

        assertThat(recusals.recusedIn(reference)).containsExactly(Actor.of("officerK2"));
        assertThat(play.task(ApplicationPlay.ASSESS, reference.value()).getAssignee())
                .isEqualTo("officerK1");
    }

    @Test
    void withoutLoginOrTokenNothingIsDeclared() {
        assertThat(new Browser(port).get(page).statusCode()).isEqualTo(302);
        assertThat(as("officerK1").postFormWithout(page, DECLARED).statusCode()).isEqualTo(403);
        assertThat(recusals.of(reference)).isEmpty();
    }

    @Test
    void thereIsSuchAPageForACaseOnly() {
        var call = reference.value().replaceFirst("-\\d+$", "");
        assertThat(as("officerK1").get("/arenden/" + call + "/jav").statusCode())
                .isEqualTo(404);
        assertThat(as("officerK1").get("/arenden/K-1999-1-001/jav").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none     | party | Kassör. | Välj om du anmäler jäv",
                "''       | party | Kassör. | Jäv",
                "declared | ''    | Kassör. | Grund",
                "declared | other | ''      | Omständigheten",
                "declared | nosuch | Kassör. | Grund",
            })
    void whatIsWrongIsToldAndWhatWasWrittenIsKept(String answer, String ground, String circumstances, String told) {
        var refused = as("officerK1")
                .postForm(
                        page,
                        page,
                        Map.of(
                                "conflictAnswer", answer,
                                "conflictGround", ground,
                                "conflictCircumstances", circumstances));
        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains(told, ">" + circumstances + "</textarea>");
        assertThat(recusals.of(reference)).isEmpty();
        assertThat(play.task(ApplicationPlay.ASSESS, reference.value()).getAssignee())
                .isEqualTo("officerK1");
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }
}
