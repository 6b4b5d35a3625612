package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.process.ApplicationPlay.ASSESS;
import static se.tidig.application.process.ApplicationPlay.REQUEST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.ChangedAnswers;
import se.tidig.application.EligibilityRecords;
import se.tidig.casefile.process.AnsweredFormReader;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.wholecall.Written;

/** What an application lacks is asked for, answered on paper in the application's own questions, and no longer found. */
@TidigTest
class AnsweredOnPaperTest {

    private static final String REFUSAL = "userTask_examineRefusal";
    private static final String REGISTER = "userTask_registerCompletion";

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private Applications applications;

    @Autowired
    private EligibilityRecords records;

    @Autowired
    private ChangedAnswers changed;

    @Autowired
    private CaseContents contents;

    @Autowired
    private AnsweredFormReader answered;

    @Autowired
    private FormService forms;

    @Autowired
    private Play play;

    @Test
    void aPaperApplicationThatAnswersNothingIsCompletedInOneRound() {
        var whole = ApplicationFixture.answers();
        var bare = new LinkedHashMap<>(whole);
        bare.keySet()
                .retainAll(List.of(
                        "organisationName",
                        "organisationNumber",
                        "organisationType",
                        "contactEmail",
                        "title",
                        "signed",
                        "signatoryAuthorised"));
        var reference = cases.checked(bare);
        var proposed = proposed(reference);
        assertThat(proposed)
                .contains(
                        "activeInSwedenSince",
                        "hasResponsibleBoard",
                        "democracyConcern",
                        "inLiquidationOrBankruptcy",
                        "enforcementDebt",
                        "activityDescription",
                        "budgetLines",
                        "attachments");
        var asked = new ArrayList<>(proposed);
        asked.addAll(List.of("giro", "need", "method", "goals", "signatoryName"));
        request(reference, asked);

        var reply = new LinkedHashMap<String, Object>();
        asked.forEach(key -> reply.put(key, posted(whole.get(key))));
        reply.put("need", "Behovet är stort.");
        reply.put("method", "Samtal i små grupper.");
        reply.put("goals", "Trettio deltagare.");
        reply.put("signatoryName", "Anna Lind");
        reply.values().removeIf(Objects::isNull);
        cases.replyToRequest(reference, reply);

        assertThat(records.get(reference).findings()).isEmpty();
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(applications.get(reference).given().text("giro")).isEqualTo("5050-1055");
        assertThat(applications.get(reference).given().text("signatoryName")).isEqualTo("Anna Lind");
        assertThat(changed.of(reference)).hasSizeGreaterThan(20).allMatch(answer -> answer.before() == null);
        assertThat(answered.of(reference).stream().flatMap(form -> form.rows().stream()))
                .as("questions of the application on the case page")
                .anySatisfy(row -> assertThat(row.question()).isEqualTo("Hur arbetar ni?"));
    }

    @Test
    void eachAnswerThatStoodAgainstTheApplicationCanBeAskedForAndCorrected() {
        var against = new LinkedHashMap<String, Object>();
        against.put("hasResponsibleBoard", false);
        against.put("democraticAndIndependent", false);
        against.put("activeInSwedenSince", "2026-05-01");
        against.put("inLiquidationOrBankruptcy", true);
        against.put("enforcementDebt", true);
        against.put("participantFee", 50);
        against.put("targetGroups", List.of("minors"));
        against.put("focusAreas", List.of("other"));
        against.put("internship", "whole");
        for (var wrong : against.entrySet()) {
            var key = wrong.getKey();
            var reference = cases.checked(key, wrong.getValue());
            var code = records.get(reference).findings().get(0).code();
            cases.examine(REFUSAL, reference, "UPHELD", "complete");
            assertThat(proposed(reference)).as(code).contains(key);
            request(reference, List.of(key));

            cases.replyToRequest(
                    reference, Map.of(key, posted(ApplicationFixture.answers().get(key))));

            assertThat(records.get(reference).findings())
                    .extracting(EligibilityFinding::code)
                    .doesNotContain(code);
            assertThat(play.openTasks(reference.value())).as(code).containsExactly(ASSESS);
            assertThat(changed.of(reference)).singleElement().satisfies(answer -> {
                assertThat(answer.question()).isEqualTo(key);
                assertThat(answer.before()).isNotNull();
            });
        }
    }

    @Test
    void theRegistrarIsAskedWhatWasAskedForAndSeesTheEarlierAnswer() {
        var reference = cases.checked("attachments", null);
        request(reference, List.of("attachments"));
        var document = play.as("registrarK")
                .start("incoming-document", Written.incoming(reference.value(), "completion", cases.today(), null))
                .getBusinessKey();
        cases.goOn();
        var task = play.as("registrarK").claim(REGISTER, document);

        var form = play.form(task.getId());

        assertThat(form).contains("\"key\":\"attachments\"", "\"key\":\"goals\"", "Tidigare svar");
        assertThat(forms.getTaskFormVariables(task.getId()).keySet()).contains("askedQuestions", "completion");
        assertThat(forms.getTaskFormVariables(task.getId()).keySet()).doesNotContain("partners", "representatives");
        play.asNobody();
    }

    @Test
    void theOfficerWhoAsksAgainSeesWhatWasAnswered() {
        var reference = cases.checked(ApplicationFixture.answers("attachments", List.of("statutes")));
        request(reference, List.of("attachments"));
        cases.replyToRequest(reference, Map.of("attachments", List.of("annualReport")));

        var task = play.task(REQUEST, reference.value());
        var seen = play.as("officerK1").form(task.getId());
        assertThat(seen).contains("=changedAnswers", "=documents");
        play.asNobody();
        assertThat(contents.read("changedAnswers", caseTask(reference)))
                .asString()
                .contains("Handlingar som begärs")
                .contains("before=Stadgar")
                .contains("Stadgar; Senaste verksamhetsberättelse");
    }

    @SuppressWarnings("unchecked")
    private List<String> proposed(Reference reference) {
        return (List<String>) contents.read("completionQuestions", caseTask(reference));
    }

    private static CaseTask caseTask(Reference reference) {
        return new CaseTask(
                reference,
                "K",
                "application",
                REQUEST,
                "request-completion",
                null,
                null,
                Actor.of("officerK1"),
                Map.of());
    }

    private void request(Reference reference, List<String> questions) {
        cases.complete(
                REQUEST,
                reference,
                Map.of(
                        "completionText",
                        "Svara på frågorna som saknas.",
                        "completionQuestions",
                        questions,
                        "completionBy",
                        cases.today().plusDays(14).toString()));
    }

    /** As the form takes it: yes and no are alternatives. */
    private static Object posted(Object answer) {
        return answer instanceof Boolean yes ? String.valueOf(yes) : answer;
    }
}
