package se.tidig.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.assessment.Assessment;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.assessment.AssessmentResults;
import se.tidig.assessment.Assessments;
import se.tidig.decision.DecisionPlay;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.form.WatchedContents;

@TidigTest
class AssessmentPathTest {

    private static final String FIRST = "userTask_assessApplication";
    private static final String SECOND = "userTask_assessSecond";
    private static final String RECONCILE = "userTask_reconcile";

    @Autowired
    WatchedContents shown;

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Assessments assessments;

    @Autowired
    AssessmentResults results;

    @Autowired
    Applications applications;

    @Autowired
    FormService forms;

    @Test
    void anOrdinaryApplicationIsAssessedByOnePerson() {
        var reference = cases.takenOn(cases.call(), 100_000);
        cases.assess(reference, 3);

        assertThat(results.find(reference)).hasValueSatisfying(result -> {
            assertThat(result.score()).isEqualByComparingTo("75.0");
            assertThat(result.grounds()).isEmpty();
        });
        assertThat(play.path("application", reference.value())).doesNotContain(SECOND, RECONCILE);
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.ASSESSED);
        assertThat(play.path("application", reference.value())).endsWith("catch_prioritised");
    }

    @Test
    void theScoreIsWeighted() {
        var reference = cases.takenOn(cases.call(), 100_000);
        play.as("officerK1").complete(FIRST, reference.value(), AssessmentFixture.answers(2, "scoreA", 4));
        cases.goOn();

        // 4/4 of 30 and 2/4 of 70
        assertThat(results.find(reference).orElseThrow().score()).isEqualByComparingTo(new BigDecimal("65.0"));
    }

    @Test
    void aLargeApplicationIsAssessedByAnotherPersonWhoDoesNotSeeTheFirstScores() {
        var reference = cases.takenOn(cases.call(), 1_000_000);
        cases.assess(reference, 3);

        assertThat(play.openTasks(reference.value())).containsExactly(SECOND);
        assertThatThrownBy(() -> play.as("officerK1").complete(SECOND, reference.value(), AssessmentFixture.answers(3)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("En annan person måste göra det");
        play.as("officerK2");
        assertThat(forms.getTaskFormVariables(
                                play.task(SECOND, reference.value()).getId())
                        .keySet())
                .contains("project")
                .doesNotContain("assessments", "assessmentScores", "scoreA");
        play.complete(SECOND, reference.value(), AssessmentFixture.answers(3, "scoreC", 4));
        cases.goOn();

        assertThat(assessments.of(reference))
                .extracting(Assessment::assessor)
                .containsExactly(Actor.of("officerK1"), Actor.of("officerK2"));
        assertThat(results.find(reference).orElseThrow().score()).isEqualByComparingTo("76.3");
    }

    @Test
    void twoWhoDifferWidelyReconcileAndThatCounts() {
        var reference = cases.takenOn(cases.call(), 1_000_000);
        cases.assess(reference, 4);
        play.as("officerK2").complete(SECOND, reference.value(), AssessmentFixture.answers(2));
        cases.goOn();

        assertThat(play.task(RECONCILE, reference.value()).getAssignee()).isEqualTo("officerK1");
        var reconciled = AssessmentFixture.answers(3, "earlierReportsPosition", "good");
        reconciled.put("earlierReportsReason", "Kom i tid");
        play.as("officerK1").complete(RECONCILE, reference.value(), reconciled);
        cases.goOn();

        assertThat(assessments.of(reference))
                .extracting(Assessment::role)
                .containsExactly(Assessment.Role.FIRST, Assessment.Role.SECOND, Assessment.Role.RECONCILED);
        var task = new CaseTask(reference, "K", "application", null, null, null, null, Actor.of("headK"), Map.of());
        assertThat(shown.read("assessments", task).toString())
                .containsSubsequence(
                        "earlierReports=Sökanden har inga tidigare redovisningar.",
                        "earlierReports=Sökanden har inga tidigare redovisningar.",
                        "earlierReports=Inget att anmärka. Kom i tid");
        shown.givesEachField("assessmentScores", reference, Map.of());
        assertThat(results.find(reference).orElseThrow().score()).isEqualByComparingTo("75.0");
    }

    @ParameterizedTest
    @CsvSource({"scoreA, 1, 4 § första stycket 1", "scoreB, 1, 4 § första stycket 2"})
    void aScoreBelowItsFloorIsAGroundForRefusalThatTwoHaveSeen(String key, int score, String ground) {
        var reference = cases.takenOn(cases.call(), 100_000);
        play.as("officerK1").complete(FIRST, reference.value(), AssessmentFixture.answers(3, key, score));
        cases.goOn();
        play.as("officerK2").complete(SECOND, reference.value(), AssessmentFixture.answers(3, key, score));
        cases.goOn();

        assertThat(results.find(reference).orElseThrow().grounds()).containsExactly(ground);
    }

    @Test
    void economicActivityIsAGroundForRefusal() {
        var reference = cases.takenOn(cases.call(), 100_000);
        var economic = AssessmentFixture.answers(3, "economicActivityPosition", "economic");
        play.as("officerK1").complete(FIRST, reference.value(), economic);
        cases.goOn();
        play.as("officerK2").complete(SECOND, reference.value(), economic);
        cases.goOn();

        assertThat(results.find(reference).orElseThrow().grounds()).containsExactly("5 §");
    }

    @ParameterizedTest
    @CsvSource({"scoreA, 5", "scoreB, -1", "scoreC, 2.5"})
    void aScoreIsAWholeNumberFromZeroToFour(String key, String score) {
        var reference = cases.takenOn(cases.call(), 100_000);

        assertThatThrownBy(() -> play.as("officerK1")
                        .complete(FIRST, reference.value(), AssessmentFixture.answers(3, key, Double.valueOf(score))))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .containsOnlyKeys(key));
        assertThat(assessments.of(reference)).isEmpty();
    }

    @Test
    void everyScoreHasItsReason() {
        var reference = cases.takenOn(cases.call(), 100_000);

        assertThatThrownBy(() -> play.as("officerK1")
                        .complete(FIRST, reference.value(), AssessmentFixture.answers(3, "reasonD", "")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("D. Geografisk");
    }

    @Test
    void materialFromOthersIsRememberedWhoeverSawIt() {
        var reference = cases.takenOn(cases.call(), 1_000_000);
        var seen = AssessmentFixture.answers(3, "externalMaterial", true);
        seen.put("externalMaterialText", "Kommunen har lämnat uppgifter om närvaron.");
        play.as("officerK1").complete(FIRST, reference.value(), seen);
        cases.goOn();
        play.as("officerK2").complete(SECOND, reference.value(), AssessmentFixture.answers(3));

        assertThat(play.variables("application", reference.value()))
                .containsAllEntriesOf(Map.of("externalMaterial", true));
    }
}
