package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.AtOnce;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.call.process.CallForms;
import se.tidig.call.process.CallPlay;
import se.tidig.form.Rejected;

/**
 * The end of a call, with the job executor's own threads: an application in that instant is neither lost nor handled
 * twice.
 */
@TidigTest
class ClosingCallTest {

    private static final String ASSESS = "userTask_assessApplication";
    private static final int SECONDS = 30;

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    CallPlay openings;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    Applications applications;

    @Autowired
    Calls calls;

    @Autowired
    JobThreads threads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standing standing;

    Reference call;
    LocalDate closes;

    @BeforeEach
    void aCallIsOpen() {
        var opens = SwedishDate.on(ClockUtil.getCurrentTime().toInstant()).plusDays(5);
        closes = opens.plusDays(30);
        call = Reference.of(openings.opened(CallForms.call(opens, closes)));
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void theLastTwoApplicationsAreAssessedInTheInstantInWhichTheCallCloses(RepetitionInfo round) {
        var first = toAssess();
        var second = toAssess();
        var officer = Person.at(port, "officerK1");
        due(Duration.ZERO);

        threads.during(SECONDS, () -> {
            var told = AtOnce.run(
                    round.getCurrentRepetition() - 1,
                    () -> officer.submit(task(first), AssessmentFixture.answers(3)),
                    () -> officer.submit(task(second), AssessmentFixture.answers(4)));
            assertThat(told).allMatch(Person.Answer::isDone);
        });

        assertThat(calls.get(call).status()).isEqualTo(CallStatus.CLOSED);
        assertThat(play.openTasks(call.value())).containsExactly("userTask_reviewPrioritisation");
        assertThat(rankings()).isEqualTo(1);
        assertThat(List.of(first, second))
                .allSatisfy(reference ->
                        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.ASSESSED));
        assertThat(play.path("application", first.value())).endsWith("catch_prioritised");
        assertThat(play.path("application", second.value())).endsWith("catch_prioritised");
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void theLastApplicationIsAssessedWhileAnOfficerGoesOnWithoutIt(RepetitionInfo round) {
        var last = toAssess();
        due(Duration.ZERO);
        play.runJobs();
        var awaiting = play.task("userTask_awaitAssessments", call.value()).getId();
        var told = new ArrayList<Person.Answer>();

        threads.during(
                SECONDS,
                () -> told.addAll(AtOnce.run(
                        round.getCurrentRepetition() - 1,
                        () -> Person.at(port, "officerK1").submit(task(last), AssessmentFixture.answers(3)),
                        () -> {
                            // After the assessment's own jobs have begun.
                            Thread.sleep(20L * round.getCurrentRepetition());
                            return Person.at(port, "officerK2")
                                    .submit(
                                            awaiting,
                                            Map.of("stragglerRule", "RESERVE", "stragglerReason", "Sjukdom."));
                        })));

        assertThat(told.get(0).isDone()).isTrue();
        if (!told.get(1).isDone()) {
            assertThat(told.get(1).status()).as(told.get(1).body()).isEqualTo(400);
            assertThat(told.get(1).message())
                    .isIn(
                            "Uppgiften finns inte längre. Uppdatera uppgiftslistan.",
                            "Ärendet gick vidare samtidigt och uppgiften behövs inte. Uppdatera uppgiftslistan.",
                            "Någon annan ändrade ärendet samtidigt. Uppdatera sidan och försök igen.");
        }
        assertThat(play.openTasks(call.value())).containsExactly("userTask_reviewPrioritisation");
        assertThat(rankings()).isEqualTo(1);
        assertThat(play.path("application", last.value())).endsWith("catch_prioritised");
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void anApplicationComesInWhileTheCallCloses(RepetitionInfo round) {
        due(Duration.ofMillis(100));
        var received = new ArrayList<String>();
        Callable<String> submits = () -> {
            try {
                return intake.submit(
                                call,
                                ApplicationFixture.answers(),
                                ClockUtil.getCurrentTime().toInstant(),
                                Actor.of("forening@example.org"))
                        .value();
            } catch (Rejected e) {
                return e.getMessage();
            }
        };

        threads.during(
                SECONDS,
                () -> received.addAll(AtOnce.run(round.getCurrentRepetition(), submits, submits, submits, submits)));
        play.goOn();

        assertThat(received).doesNotHaveDuplicates().allMatch(reference -> reference.startsWith(call + "-00"));
        assertThat(applications.ofCall(call)).hasSize(4);
        assertThat(received).allSatisfy(reference -> assertThat(play.openTasks(reference))
                .containsExactly("userTask_conflictCheck"));
        assertThat(applications.ofCall(call).stream()
                        .map(each -> each.diaryNumber())
                        .distinct())
                .hasSize(4);
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void twoPeopleReviewTheRankingAndOneSettlesIt(RepetitionInfo round) {
        var reference = toAssess();
        play.as("officerK1").complete(ASSESS, reference.value(), AssessmentFixture.answers(3));
        play.asNobody();
        due(Duration.ZERO);
        play.runJobs();
        var review = play.task("userTask_reviewPrioritisation", call.value()).getId();
        var told = new ArrayList<Person.Answer>();

        threads.during(
                SECONDS,
                () -> told.addAll(AtOnce.run(
                        round.getCurrentRepetition() - 1,
                        () -> Person.at(port, "officerK1").submit(review, CallForms.review("SETTLE")),
                        () -> Person.at(port, "deciderK").submit(review, CallForms.review("RECOMPUTE")))));

        assertThat(told).extracting(Person.Answer::status).containsExactlyInAnyOrder(204, 400);
        assertThat(told)
                .filteredOn(answer -> !answer.isDone())
                .extracting(Person.Answer::message)
                .containsExactly("Uppgiften är redan avslutad av någon annan.");
        var settled = told.get(0).isDone();
        assertThat(calls.get(call).status()).isEqualTo(settled ? CallStatus.ALLOCATED : CallStatus.CLOSED);
        assertThat(rankings()).isEqualTo(settled ? 1 : 2);
        assertThat(play.openTasks(reference.value()))
                .isEqualTo(settled ? List.of("userTask_proposeDecision") : List.of());
        standing.isSound();
    }

    private Reference toAssess() {
        var reference = intake.submit(
                call,
                ApplicationFixture.answers(),
                ClockUtil.getCurrentTime().toInstant(),
                Actor.of("forening@example.org"));
        play.goOn();
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
        play.asNobody();
        play.goOn();
        return reference;
    }

    private String task(Reference reference) {
        return play.task(ASSESS, reference.value()).getId();
    }

    /** The time until the closing; nothing has run yet. */
    private void due(Duration away) {
        var closing =
                closes.plusDays(1).atStartOfDay(SwedishDate.ZONE).toInstant().minus(away);
        ClockUtil.offset(closing.toEpochMilli() - System.currentTimeMillis());
    }

    private int rankings() {
        return jdbc.sql("select count(*) from tidig.ranking where call = ?")
                .param(call.value())
                .query(Integer.class)
                .single();
    }
}
