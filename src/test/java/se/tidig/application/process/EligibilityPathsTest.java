package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.ASSESS;
import static se.tidig.application.process.ApplicationPlay.REQUEST;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.FindingAnswers;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Every path that follows from the check of conditions. */
@TidigTest
class EligibilityPathsTest {

    private static final String REJECTION = "userTask_examineRejection";
    private static final String REFUSAL = "userTask_examineRefusal";
    private static final String REVIEW = "userTask_reviewConditions";
    private static final String PROPOSE = "userTask_proposeDecision";

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private Applications applications;

    @Autowired
    private EligibilityRecords records;

    @Autowired
    private FindingAnswers answers;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private FormService forms;

    @Autowired
    private ManagementService management;

    @Test
    void anEligibleApplicationIsAssessedByTheOfficerWhoTookTheCase() {
        var reference = cases.checked(ApplicationFixture.answers());

        assertThat(play.task(ASSESS, reference.value()).getAssignee()).isEqualTo("officerK1");
        assertThat(play.variables("application", reference.value())).containsEntry("outcome", "ELIGIBLE");
        assertThat(records.get(reference).table().deployment()).isNotNull();
        assertThat(records.get(reference).table().version()).isPositive();
    }

    @Test
    void aGroundForRefusalThatIsUpheldLeadsToAProposalWithoutPrioritisation() {
        var reference = cases.checked("participantFee", 50);
        assertThat(play.openTasks(reference.value())).containsExactly(REFUSAL);

        cases.examine(REFUSAL, reference, "UPHELD", "uphold");

        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.EXCLUDED);
        assertThat(play.variables("application", reference.value())).containsEntry("adverse", true);
        assertThat(journal.latest(reference, EventKind.EXAMINATION).text())
                .contains("3 § första stycket")
                .contains("Prövat mot handlingarna");
    }

    @Test
    void aGroundForRefusalThatIsSetAsideLetsTheCaseGoOn() {
        var reference = cases.checked("participantFee", 50);

        cases.examine(REFUSAL, reference, "SET_ASIDE", "proceed");

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(answers.setAside(reference)).containsExactly("FEE");
    }

    @Test
    void anApplicantMayCompleteBeforeARefusal() {
        var reference = cases.checked("participantFee", 50);

        cases.examine(REFUSAL, reference, "UPHELD", "complete");

        assertThat(play.openTasks(reference.value())).containsExactly(REQUEST);
    }

    @Test
    void aConditionIsMetOrNotByAPersonsAnswer() {
        var met = cases.checked("economicActivity", true);
        cases.examine(REVIEW, met, "SET_ASIDE", "proceed");
        assertThat(play.openTasks(met.value())).containsExactly(ASSESS);

        var notMet = cases.checked("democracyConcern", true);
        cases.examine(REVIEW, notMet, "UPHELD", "uphold");
        assertThat(play.openTasks(notMet.value())).containsExactly(PROPOSE);
    }

    @Test
    void aConcernForDemocracyIsNeverDecidedByTheTable() {
        var reference = cases.checked("democracyConcern", true);

        assertThat(play.openTasks(reference.value())).containsExactly(REVIEW);
        assertThat(records.get(reference).outcome()).isEqualTo("REVIEW");
    }

    @Test
    void afterAGroundForRefusalIsSetAsideTheRestIsStillReviewed() {
        var application = ApplicationFixture.answers("participantFee", 50);
        application.put("economicActivity", true);
        var reference = cases.checked(application);

        cases.examine(REFUSAL, reference, "SET_ASIDE", "proceed");

        assertThat(play.openTasks(reference.value())).containsExactly(REVIEW);
    }

    @Test
    void missingDocumentsAreAskedFor() {
        assertThat(play.openTasks(cases.checked("attachments", null).value())).containsExactly(REQUEST);
    }

    @Test
    void theFormOfExaminationShowsTheFindingsWithParagraphAndReason() {
        var reference = cases.checked("participantFee", 50);
        var task = play.as("officerK1").claim(REFUSAL, reference.value());

        assertThat(content(task.getId(), "findingAnswers")).contains("FEE", "3 § första stycket");
        assertThat(content(task.getId(), "applicant")).contains("Föreningen Bryggan", "802002-4280");
        assertThat(content(task.getId(), "money")).contains("100\u00a0000\u00a0kr");
    }

    @Test
    void anExaminationThatContradictsItselfIsRefusedAndNothingIsStored() {
        var reference = cases.checked("participantFee", 50);

        assertThatThrownBy(() -> cases.examine(REFUSAL, reference, "UPHELD", "proceed"))
                .hasMessageContaining("kan inte prövas vidare");
        assertThatThrownBy(() -> cases.complete(REFUSAL, reference, Map.of("examination", "uphold")))
                .hasMessageContaining("Ställningstagande");
        assertThatThrownBy(() -> cases.complete(
                        REFUSAL,
                        reference,
                        Map.of(
                                "findingAnswers",
                                List.of(Map.of(
                                        "code", "OTHER", "position", "SET_ASIDE", "motivation", "Godtas ändå här.")),
                                "examination",
                                "uphold")))
                .hasMessageContaining("Ingen grund står fast");
        assertThat(answers.of(reference)).isEmpty();
        assertThat(play.openTasks(reference.value())).containsExactly(REFUSAL);
    }

    @Test
    void anImpossibleFactIsAnIncidentThatNamesCaseAndFact() {
        var reference = cases.received(ApplicationFixture.answers("periodEnd", "2026-01-01"));
        play.as("officerK1").complete(ApplicationPlay.CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.asNobody();
        var job = management
                .createJobQuery()
                .activityId("serviceTask_checkEligibility")
                .singleResult();

        assertThatThrownBy(() -> management.executeJob(job.getId()))
                .hasStackTraceContaining("Ärendet " + reference + ": uppgiften periodEnd");
    }

    private String content(String taskId, String key) {
        return String.valueOf(
                forms.getTaskFormVariables(taskId, List.of(key), true).get(key));
    }
}
