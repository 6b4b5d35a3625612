package se.tidig.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.assessment.ConflictGround;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.assessment.Recusal;
import se.tidig.assessment.Recusals;
import se.tidig.form.Rejected;
import se.tidig.form.WatchedContents;

@TidigTest
class ConflictOfInterestTest {

    private static final ConflictGround PARTY =
            new ConflictGround("party", "Jag eller någon närstående är part eller påverkas av beslutet (16 § 1)");
    private static final ConflictGround OTHER = new ConflictGround("other", "Annan särskild omständighet (16 § 4)");

    private static final String CHECK = ApplicationPlay.CHECK;
    private static final String REVIEW = "userTask_reviewConflict";
    private static final String ASSESS = ApplicationPlay.ASSESS;

    @Autowired
    WatchedContents shown;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    ConflictOfInterestService conflicts;

    @Autowired
    Recusals recusals;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Clock clock;

    Reference reference;

    @BeforeEach
    void anApplicationThatNobodyHasTakenOn() {
        reference = cases.received();
    }

    @Test
    void whoeverHasNoConflictTakesTheCase() {
        play.as("officerK1").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.runJobs();

        assertThat(play.task(ASSESS, reference.value()).getAssignee()).isEqualTo("officerK1");
    }

    @Test
    void aDeclaredConflictGivesTheCaseToTheOthersAtOnce() {
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("declared"));

        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isTrue();
        assertThat(play.openTasks(reference.value())).containsExactly(CHECK);
        play.as("officerK2").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.runJobs();
        assertThat(play.task(ASSESS, reference.value()).getAssignee()).isEqualTo("officerK2");
    }

    @Test
    void aDeclarationNeedsItsGroundAndCircumstance() {
        assertThatThrownBy(() ->
                        play.as("officerK1").complete(CHECK, reference.value(), Map.of("conflictAnswer", "declared")))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .containsOnlyKeys("conflictGround", "conflictCircumstances"));
        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isFalse();
    }

    @Test
    void theRecusedPersonMayNeitherTakeNorDoAnyTaskOfTheCase() {
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("declared"));

        assertThatThrownBy(() -> play.as("officerK1").claim(CHECK, reference.value()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("officerK1");
        assertThatThrownBy(
                        () -> play.as("officerK1").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("officerK1");
        play.as("officerK2").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.runJobs();
        assertThatThrownBy(() -> play.as("officerK1").complete(ASSESS, reference.value(), AssessmentFixture.answers(3)))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("officerK1");
    }

    @Test
    void theTaskListOfTheRecusedPersonDoesNotShowTheCase() {
        assertThat(listed("officerK1")).containsExactly(CHECK);
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("declared"));

        assertThat(listed("officerK1")).isEmpty();
        assertThat(listed("officerK2")).containsExactly(CHECK);
    }

    @Test
    void notEvenAnAdministratorWithAConflictMayDoATaskOfTheCase() {
        play.asNobody();
        conflicts.declare(reference, Actor.of("admin"), PARTY, "Är ordförandens make.");

        assertThatThrownBy(() -> play.as("admin").claim(CHECK, reference.value()))
                .isInstanceOf(AuthorizationException.class);
        assertThat(listed("admin")).isEmpty();
    }

    @Test
    void theGuardRefusesTheTaskThoughItWereShown() {
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("declared"));
        play.asNobody();
        authorizations.createAuthorizationQuery().userIdIn("officerK1").list().stream()
                .filter(found -> found.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE)
                .forEach(revoked -> authorizations.deleteAuthorization(revoked.getId()));

        assertThat(listed("officerK1")).containsExactly(CHECK);
        var task = play.task(CHECK, reference.value()).getId();
        assertThatThrownBy(() -> tasks.claim(task, "officerK1"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("17 § förvaltningslagen");
        assertThatThrownBy(() -> forms.getTaskFormVariables(task))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("17 § förvaltningslagen");
    }

    @Test
    void theFirstStepShowsApplicantPartnersAndRepresentativesAndNothingElse() {
        play.as("officerK1");
        var shown =
                forms.getTaskFormVariables(play.task(CHECK, reference.value()).getId());

        assertThat(shown.keySet())
                .contains("applicant", "partners", "representatives")
                .doesNotContain("project", "money", "budget", "findings", "answers", "documents");
    }

    @Test
    void aConflictDeclaredLaterTakesBackWhatThePersonHas() {
        play.as("officerK1").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.runJobs();
        play.asNobody();
        conflicts.declare(reference, Actor.of("officerK1"), OTHER, "Har blivit vän med ordföranden.");

        assertThat(play.task(ASSESS, reference.value()).getAssignee()).isNull();
        assertThat(listed("officerK1")).isEmpty();
        assertThat(listed("officerK2")).containsExactly(ASSESS);
    }

    @Test
    void laterTasksAreNotHandedToAPersonWhoIsRecusedSince() {
        play.as("officerK1").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.runJobs();
        play.asNobody();
        conflicts.declare(reference, Actor.of("officerK1"), OTHER, "Har blivit vän med ordföranden.");
        intake.supplement(reference, "En bilaga till.", clock.instant(), Actor.of("forening@example.org"));

        assertThat(play.task("userTask_readSupplement", reference.value()).getAssignee())
                .isNull();
        assertThat(listed("officerK1")).isEmpty();
        assertThat(listed("officerK2")).containsExactlyInAnyOrder(ASSESS, "userTask_readSupplement");
    }

    @Test
    void theHeadMayFindThatThereIsNoConflict() {
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("contested"));
        assertThat(listed("officerK1")).isEmpty();
        play.as("headK").complete(REVIEW, reference.value(), review("notConflicted"));

        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isFalse();
        assertThat(listed("officerK1")).containsExactly(CHECK);
        play.as("officerK1").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
    }

    @Test
    void theHeadMayUpholdTheConflict() {
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("contested"));
        shown.givesEachField("conflictQuestion", reference, Map.of());
        assertThat(recusals.of(reference)).extracting(Recusal::ground).containsExactly(PARTY);
        play.as("headK").complete(REVIEW, reference.value(), review("upheld"));

        assertThat(recusals.of(reference)).extracting(Recusal::state).containsExactly(Recusal.State.UPHELD);
        assertThat(listed("officerK1")).isEmpty();
        assertThat(listed("officerK2")).containsExactly(CHECK);
    }

    @Test
    void ifNobodyIsLeftTheQuestionGoesToTheHeadWhoMayLetThePersonAct() {
        play.as("officerK1").complete(CHECK, reference.value(), AssessmentFixture.conflict("declared"));
        play.as("officerK2").complete(CHECK, reference.value(), AssessmentFixture.conflict("declared"));

        assertThat(play.openTasks(reference.value())).containsExactly(REVIEW);
        assertThatThrownBy(() -> play.as("headK").complete(REVIEW, reference.value(), review("upheld")))
                .hasMessageContaining("ingen annan som kan ta över");
        play.as("headK").complete(REVIEW, reference.value(), review("mayAct"));

        assertThat(listed("officerK2")).containsExactly(CHECK);
        assertThat(listed("officerK1")).isEmpty();
        play.as("officerK2").complete(CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.runJobs();
        assertThat(play.task(ASSESS, reference.value()).getAssignee()).isEqualTo("officerK2");
    }

    @Test
    void theOneItConcernsDoesNotExamineTheQuestion() {
        conflicts.question(reference, Actor.of("headK"), PARTY, "Är medlem i föreningen.");

        assertThatThrownBy(() ->
                        conflicts.review(reference, Recusal.State.NOT_CONFLICTED, Actor.of("headK"), "Ingen fara."))
                .hasMessageContaining("18 § förvaltningslagen");
    }

    @Test
    void nothingIsExaminedTwice() {
        conflicts.question(reference, Actor.of("officerK1"), PARTY, "Är medlem i föreningen.");
        conflicts.review(reference, Recusal.State.NOT_CONFLICTED, Actor.of("headK"), "Medlemskapet saknar betydelse.");

        assertThatThrownBy(() -> conflicts.review(reference, Recusal.State.UPHELD, Actor.of("headK"), "Ändrade mig."))
                .hasMessageContaining("ingen jävsfråga");
    }

    private List<String> listed(String person) {
        play.as(person);
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).listPage(0, 50).stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private static Map<String, Object> review(String answer) {
        return Map.of("conflictReview", answer, "conflictReviewReason", "Prövat enligt 16 § förvaltningslagen.");
    }
}
