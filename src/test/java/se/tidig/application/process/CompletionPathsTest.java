package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.ASSESS;
import static se.tidig.application.process.ApplicationPlay.REQUEST;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.application.CompletionKind;
import se.tidig.application.Completions;
import se.tidig.application.EligibilityRecords;
import se.tidig.document.Documents;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.notification.Sending;
import se.tidig.notification.SendingService;
import se.tidig.timelimit.PublicHolidays;

/**
 * An applicant is asked to complete: informally, then by order. The applicant answers, is late, gets more time, or
 * does not answer.
 */
@TidigTest
class CompletionPathsTest {

    private static final String EXPIRED = "userTask_completionExpired";
    private static final String CONSEQUENCE = "Om föreläggandet inte följs kan ansökan avvisas.";
    private static final List<String> ALL =
            List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof");

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private Applications applications;

    @Autowired
    private Completions completions;

    @Autowired
    private EligibilityRecords records;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Play play;

    @Autowired
    private FormService forms;

    @Autowired
    private Documents documents;

    @Autowired
    private SendingService sendings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aCompletionThatComesInTimeLetsTheCaseGoOn() {
        var reference = asked();
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        assertThat(play.openTasks(reference.value())).isEmpty();

        complete(reference);

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(play.path("application", reference.value()))
                .contains("serviceTask_mailCompletion", "catch_completed");
        assertThat(applications.get(reference).given().choices("attachments")).hasSize(4);
    }

    @Test
    void aCompletionThatComesBeforeTheCaseWaitsForItIsNotLost() {
        var reference = cases.checked("attachments", null);
        play.as("officerK1")
                .complete(
                        REQUEST,
                        reference.value(),
                        Map.of(
                                "completionText",
                                "Skicka in de handlingar som saknas.",
                                "completionBy",
                                cases.today().plusDays(14).toString()));
        play.asNobody();
        intake.complete(reference, Map.of("attachments", ALL), "Här är allt.", clock.instant(), null);

        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(play.path("application", reference.value())).doesNotContain("eventGateway_completion");
    }

    @Test
    void theDeadlineIsTheEndOfTheLastDay() {
        var reference = asked();

        play.pass(Duration.ofDays(13));
        assertThat(play.openTasks(reference.value())).isEmpty();
        play.passTo(completions.latest(reference).orElseThrow().deadline().plusSeconds(1));
        assertThat(play.openTasks(reference.value())).containsExactly(EXPIRED);
    }

    @Test
    void whatComesOnTheWeekdayAfterAFreeLastDayIsInTime() {
        var saturday = cases.today().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        var reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, saturday, null);
        assertThat(completions.latest(reference).orElseThrow().dueOn()).isEqualTo(saturday);

        play.passTo(SwedishDate.startOf(PublicHolidays.weekdayFrom(saturday)));
        assertThat(play.openTasks(reference.value())).isEmpty();
        complete(reference);

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(play.path("application", reference.value())).doesNotContain(EXPIRED);
    }

    @Test
    void theDayIsProposedOnAWeekdayAndSoIsALaterOne() {
        for (int days = 0; days < 7; days++) {
            var reference = cases.checked("attachments", null);
            var proposed = LocalDate.parse(proposal(REQUEST, reference, "completionBy"));
            assertThat(proposed)
                    .isEqualTo(PublicHolidays.weekdayFrom(cases.today().plusDays(14)));
            play.pass(Duration.ofDays(1));
        }
        var reference = asked();
        play.pass(Duration.ofDays(20));
        assertThat(proposal(EXPIRED, reference, "newCompletionBy"))
                .isEqualTo(
                        PublicHolidays.weekdayFrom(cases.today().plusDays(14)).toString());
    }

    private String proposal(String element, Reference reference, String field) {
        var task = play.as("officerK1").claim(element, reference.value());
        return (String) forms.getTaskFormVariables(task.getId()).get(field);
    }

    @Test
    void moreTimeUsesUpNoRound() {
        var reference = asked();
        play.pass(Duration.ofDays(20));
        assertThatThrownBy(() -> extend(reference, 0)).hasMessageContaining("senare än i dag");

        extend(reference, 7);

        assertThat(play.openTasks(reference.value())).isEmpty();
        complete(reference);
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(completions.of(reference)).hasSize(1);
    }

    @Test
    void whatCameWhileTheExtensionWasConsideredIsNotWaitedForAgain() {
        var reference = asked();
        play.pass(Duration.ofDays(20));
        complete(reference);
        assertThat(play.openTasks(reference.value())).containsExactly(EXPIRED);

        extend(reference, 7);

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void theSecondRoundIsAnOrderThatStatesItsConsequence() {
        var reference = cases.checked("signed", false);
        cases.requestCompletion(reference, null);
        letStand(reference);
        assertThat(play.openTasks(reference.value())).containsExactly(REQUEST);
        assertThatThrownBy(() -> cases.requestCompletion(reference, null))
                .hasMessageContaining("Vad som kan hända om sökanden inte svarar");

        cases.requestCompletion(reference, CONSEQUENCE);

        var order = completions.latest(reference).orElseThrow();
        assertThat(order.kind()).isEqualTo(CompletionKind.ORDER);
        assertThat(order.consequence()).isEqualTo(CONSEQUENCE);
        assertThat(order.requestedBy()).isEqualTo(Actor.of("officerK1"));
        assertThat(journal.latest(reference, EventKind.COMPLETION_ORDER).text()).contains(CONSEQUENCE);
    }

    @Test
    void anOrderIsADocumentOfItsOwnThatIsSentToTheApplicant() {
        var reference = cases.checked("signed", false);
        cases.requestCompletion(reference, null);
        letStand(reference);
        cases.requestCompletion(reference, CONSEQUENCE);

        assertThat(documents.latest(reference, "completion-order")).isPresent();
        assertThat(mails(reference))
                .containsExactly("application-received", "completion-request", "completion-closed", "completion-order");
        assertThat(completions.latest(reference).orElseThrow().codes()).containsExactly("NOT_SIGNED");
        var sent = sendings.of(reference).get(0);
        assertThat(sent.state()).isEqualTo(Sending.State.SENT);
        assertThat(sent.to()).isEqualTo("forening@example.org");
        assertThat(sent.documents())
                .extracting(Sending.Attached::id)
                .containsExactly(documents
                        .latest(reference, "completion-order")
                        .orElseThrow()
                        .id());
    }

    @Test
    void anOrderIsAboutWhatPreventsExaminationAndAboutNothingElse() {
        var answers = ApplicationFixture.answers("signed", false);
        answers.remove("attachments");
        var reference = cases.checked(answers);
        cases.requestCompletion(reference, null);
        assertThat(completions.latest(reference).orElseThrow().codes())
                .containsExactlyInAnyOrder("NOT_SIGNED", "MISSING_DOCUMENT");
        letStand(reference);
        cases.requestCompletion(reference, CONSEQUENCE);

        assertThat(completions.latest(reference).orElseThrow().codes()).containsExactly("NOT_SIGNED");
    }

    @Test
    void missingDocumentsAreRequestedAndNeverOrdered() {
        var reference = asked();
        letStand(reference);
        cases.requestCompletion(reference, null);

        assertThat(completions.latest(reference).orElseThrow().kind()).isEqualTo(CompletionKind.INFORMAL);
        assertThat(documents.latest(reference, "completion-order")).isEmpty();
    }

    @Test
    void theApplicantIsToldOfANewLastDayAndThatTheApplicationIsExaminedAsItIs() {
        var reference = asked();
        play.pass(Duration.ofDays(16));
        extend(reference, 7);
        play.pass(Duration.ofDays(12));
        cases.complete(
                EXPIRED, reference, Map.of("expiredStep", "proceed", "expiredReason", "Inget svar har kommit in."));

        assertThat(mails(reference))
                .containsExactly(
                        "application-received", "completion-request", "completion-extended", "completion-closed");
    }

    private List<String> mails(Reference reference) {
        return jdbc.sql("select mail from tidig.mail where reference = ? order by sent_at")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    @Test
    void documentsStillMissingAreJudgedAsTheyAreAndNeverRejected() {
        var reference = asked();
        letStand(reference);
        cases.requestCompletion(reference, null);
        letStand(reference);

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_reviewConditions");
        assertThat(records.get(reference).outcome()).isEqualTo("REVIEW");
    }

    @Test
    void aSignatureMissingAfterTheOrderIsExaminedForRejection() {
        var reference = cases.checked("signed", false);
        cases.requestCompletion(reference, null);
        letStand(reference);
        cases.requestCompletion(reference, CONSEQUENCE);
        letStand(reference);
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_examineRejection");

        cases.examine("userTask_examineRejection", reference, "UPHELD", "uphold");

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_proposeDecision");
    }

    private Reference asked() {
        var reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, null);
        return reference;
    }

    private void complete(Reference reference) {
        play.asNobody();
        intake.complete(reference, Map.of("attachments", ALL), "Här är allt.", clock.instant(), null);
        cases.goOn();
    }

    private void extend(Reference reference, int days) {
        cases.complete(
                EXPIRED,
                reference,
                Map.of(
                        "expiredStep", "extend",
                        "newCompletionBy", cases.today().plusDays(days).toString(),
                        "expiredReason", "Sökanden har bett om mer tid."));
    }

    private void letStand(Reference reference) {
        play.pass(Duration.ofDays(20));
        cases.complete(
                EXPIRED, reference, Map.of("expiredStep", "proceed", "expiredReason", "Inget svar har kommit in."));
    }
}
