package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
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
import se.tidig.application.Completions;
import se.tidig.application.Hearings;
import se.tidig.bundle.Bundle;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.notification.Mail;
import se.tidig.timelimit.PeriodEnd;
import se.tidig.timelimit.PublicHolidays;

/**
 * A party asks for more time before its last day has passed, and gets it or not; the party is told either way (6 §
 * FL).
 */
@TidigTest
class MoreTimeTest {

    private static final String COMPLETION_TIME = "userTask_completionTime";
    private static final String REPLY_TIME = "userTask_replyTime";
    private static final String EXPIRED = "userTask_completionExpired";
    private static final String PROPOSE = "userTask_proposeDecision";

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private Completions completions;

    @Autowired
    private Hearings hearings;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private TemplateFiller templates;

    @Autowired
    private WatchedContents shown;

    @Autowired
    private FormService forms;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Reference reference;

    @Test
    void theLastDayForACompletionIsMovedAndTheTimerFollows() {
        awaitsCompletion();
        var first = completions.latest(reference).orElseThrow().dueOn();
        asks();
        assertThat(play.openTasks(reference.value())).containsExactly(COMPLETION_TIME);
        assertThat(play.task(COMPLETION_TIME, reference.value()).getAssignee()).isEqualTo("officerK1");
        assertThat(proposed(COMPLETION_TIME)).isEqualTo(PublicHolidays.weekdayFrom(first.plusWeeks(2)));

        var day = first.plusDays(10);
        grants(COMPLETION_TIME, day);

        assertThat(play.openTasks(reference.value())).isEmpty();
        assertThat(completions.latest(reference).orElseThrow().dueOn()).isEqualTo(day);
        assertThat(mails()).endsWith("more-time");
        assertThat(mail()).contains("Ni får mer tid för komplettering", SwedishDate.text(day), "Årsmötet hålls");
        shown.givesEachField("moreTime", reference, Map.of());
        play.passTo(PeriodEnd.on(day).passed().minusSeconds(1));
        assertThat(play.openTasks(reference.value()))
                .as("until the new day has passed")
                .isEmpty();
        play.passTo(PeriodEnd.on(day).passed().plusSeconds(1));
        assertThat(play.openTasks(reference.value())).containsExactly(EXPIRED);
        assertThat(journal.latest(reference, EventKind.MORE_TIME_ANSWER).actor())
                .isEqualTo(Actor.of("officerK1"));
        assertThat(journal.latest(reference, EventKind.MORE_TIME_ANSWER).text())
                .contains(SwedishDate.text(day), "Årsmötet hålls");
        assertThat(completions.of(reference)).as("no round is used up").hasSize(1);
    }

    @Test
    void aRefusalIsToldTooAndTheDayStays() {
        awaitsCompletion();
        var first = completions.latest(reference).orElseThrow();
        asks();

        refuses(COMPLETION_TIME);

        assertThat(completions.latest(reference).orElseThrow().dueOn()).isEqualTo(first.dueOn());
        assertThat(mails()).endsWith("more-time");
        assertThat(mail()).contains("Ni får inte mer tid för komplettering", SwedishDate.text(first.dueOn()));
        assertThat(play.openTasks(reference.value())).isEmpty();
        play.passTo(first.deadline().plusSeconds(1));
        assertThat(play.openTasks(reference.value())).containsExactly(EXPIRED);
    }

    @Test
    void theDayIsNeverMovedToAnEarlierOne() {
        awaitsCompletion();
        var first = completions.latest(reference).orElseThrow().dueOn();
        asks();

        for (var day : List.of(first.minusDays(1), first)) {
            assertThatThrownBy(() -> grants(COMPLETION_TIME, day))
                    .hasMessageContaining("Ange en dag efter den sista dag");
        }

        assertThat(completions.latest(reference).orElseThrow().dueOn()).isEqualTo(first);
    }

    @Test
    void theTimeDoesNotRunOutWhileTheRequestIsExamined() {
        awaitsCompletion();
        asks();

        play.pass(Duration.ofDays(30));
        assertThat(play.openTasks(reference.value())).containsExactly(COMPLETION_TIME);
        assertThatThrownBy(() -> grants(COMPLETION_TIME, cases.today())).hasMessageContaining("senare än i dag");
        refuses(COMPLETION_TIME);

        assertThat(play.openTasks(reference.value())).containsExactly(EXPIRED);
    }

    @Test
    void aCompletionThatComesMeanwhileEndsTheQuestion() {
        awaitsCompletion();
        asks();

        intake.complete(
                reference,
                Map.of("attachments", List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof")),
                "Här är allt.",
                clock.instant(),
                null);
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.ASSESS);
        assertThat(mails()).doesNotContain("more-time");
    }

    @Test
    void theLastDayToCommentIsMovedAndTheTimerFollows() {
        awaitsComments();
        var first = hearings.latest(reference).orElseThrow().dueOn();
        asks();
        assertThat(play.openTasks(reference.value())).containsExactly(REPLY_TIME);
        assertThat(proposed(REPLY_TIME)).isAfter(first);
        assertThatThrownBy(() -> grants(REPLY_TIME, first)).hasMessageContaining("Ange en dag efter den sista dag");

        var day = first.plusDays(10);
        grants(REPLY_TIME, day);

        assertThat(mail()).contains("Ni får mer tid för yttrande", SwedishDate.text(day));
        play.passTo(PeriodEnd.on(day).passed().minusSeconds(1));
        assertThat(play.openTasks(reference.value())).doesNotContain(PROPOSE);
        intake.reply(reference, "Skulden är betald.", clock.instant(), null);
        cases.goOn();
        assertThat(play.openTasks(reference.value())).contains(PROPOSE).doesNotContain("userTask_readSupplement");
    }

    @Test
    void commentsAreNotWaitedForLongerThanTheNewDay() {
        awaitsComments();
        asks();
        var day = hearings.latest(reference).orElseThrow().dueOn().plusDays(10);
        grants(REPLY_TIME, day);

        play.passTo(PeriodEnd.on(day).passed().plusSeconds(1));

        assertThat(play.openTasks(reference.value())).contains(PROPOSE);
    }

    @Test
    void aRefusalLeavesTheDayToComment() {
        awaitsComments();
        var first = hearings.latest(reference).orElseThrow();
        asks();

        refuses(REPLY_TIME);

        assertThat(mail()).contains("Ni får inte mer tid för yttrande", SwedishDate.text(first.dueOn()));
        play.passTo(first.deadline().plusSeconds(1));
        assertThat(play.openTasks(reference.value())).contains(PROPOSE);
    }

    @Test
    void commentsThatComeMeanwhileEndTheQuestion() {
        awaitsComments();
        asks();

        intake.reply(reference, "Skulden är betald.", clock.instant(), null);
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
    }

    @Test
    void ifNothingIsAskedOfThePartyTheOfficerReadsIt() {
        reference = Reference.of(cases.checked(ApplicationFixture.answers()).value());

        asks();

        assertThat(play.openTasks(reference.value()))
                .containsExactlyInAnyOrder(ApplicationPlay.ASSESS, "userTask_readSupplement");
        assertThat(journal.latest(reference, EventKind.MORE_TIME).actor()).isEqualTo(Actor.of("registrarK"));
    }

    @Test
    void aRequestAfterTheDayHasPassedIsReadBesideTheTaskThatHasCome() {
        awaitsCompletion();
        play.pass(Duration.ofDays(20));

        asks();

        assertThat(play.openTasks(reference.value())).containsExactlyInAnyOrder(EXPIRED, "userTask_readSupplement");
    }

    private void awaitsCompletion() {
        reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, null);
    }

    private void awaitsComments() {
        reference = cases.checked("enforcementDebt", true);
        cases.examine("userTask_examineRefusal", reference, "UPHELD", "uphold", true);
        cases.complete(
                "userTask_communicate",
                reference,
                Map.of(
                        "hearingText",
                        "Kronofogden har uppgett att ni har en skuld om 12 000 kr.",
                        "replyBy",
                        cases.today().plusDays(14).toString()));
    }

    /** A registrar enters the request. */
    private void asks() {
        play.as("registrarK")
                .start(
                        "incoming-document",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "documentKind",
                                "moreTime",
                                "receivedDate",
                                cases.today().toString(),
                                "documentText",
                                "Vi ber om mer tid, eftersom årsmötet hålls nästa vecka."));
        cases.goOn();
    }

    private void grants(String element, LocalDate day) {
        answers(element, new HashMap<>(Map.of("moreTimeStep", "grant", "newReplyBy", day.toString())));
    }

    private void refuses(String element) {
        answers(element, new HashMap<>(Map.of("moreTimeStep", "refuse")));
    }

    private void answers(String element, Map<String, Object> answers) {
        answers.put("moreTimeReason", "Årsmötet hålls i nästa vecka.");
        cases.complete(element, reference, answers);
    }

    private LocalDate proposed(String element) {
        var task = play.as("officerK1").claim(element, reference.value());
        return LocalDate.parse((String) forms.getTaskFormVariables(task.getId()).get("newReplyBy"));
    }

    private List<String> mails() {
        return jdbc.sql("select mail from tidig.mail where reference = ? order by sent_at")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private String mail() {
        var both = new StringBuilder();
        for (var ending : new String[] {".txt", ".html"}) {
            var name = "forms/mails/more-time" + ending;
            var text = new String(Bundle.packaged().files().get(name), StandardCharsets.UTF_8);
            var task = new CaseTask(
                    reference, "K", "application", null, name, null, null, null, Map.of(Mail.ON_MY_PAGES, true));
            var written = ending.equals(".txt") ? templates.text(text, task) : templates.html(text, task);
            both.append(written.replaceAll("<[^>]+>", ""));
        }
        return both.toString();
    }
}
