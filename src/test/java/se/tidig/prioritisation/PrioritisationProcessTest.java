package se.tidig.prioritisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationProgressService;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.call.process.CallForms;
import se.tidig.form.Rejected;
import se.tidig.form.WatchedContents;

/** The middle of a call's model: waiting for the assessments, ranking, review, hand-out. */
@TidigTest
class PrioritisationProcessTest {

    @Autowired
    WatchedContents shown;

    @Autowired
    private Play play;

    @Autowired
    private Calls calls;

    @Autowired
    private Rankings rankings;

    @Autowired
    private ApplicationProgressService progress;

    @Autowired
    private ExternalTaskService externalTasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Reference call;
    private LocalDate closes;
    private RankedApplications applications;

    @BeforeEach
    void open() {
        var opens = SwedishDate.on(clock.instant()).plusDays(5);
        closes = opens.plusDays(30);
        call = Reference.of(play.as("officerK1")
                .start("call", CallForms.call(opens, closes))
                .getBusinessKey());
        play.as("headK").complete("userTask_approveCall", call.value(), Map.of("approval", "APPROVE"));
        play.passTo(opens.atTime(8, 0).atZone(SwedishDate.ZONE).toInstant());
        play.asNobody();
        var mail = externalTasks
                .fetchAndLock(1, "test")
                .topic("notification.send", 1000)
                .execute()
                .get(0);
        externalTasks.complete(mail.getId(), "test");
        applications = new RankedApplications(jdbc, call);
    }

    private void close() {
        play.passTo(closes.plusDays(1).atStartOfDay(SwedishDate.ZONE).toInstant());
    }

    @Test
    void theRankingBeginsByItselfWhenTheLastApplicationIsAssessed() {
        applications.assessed(80, 300_000);
        var last = applications.unassessed(300_000);
        close();
        assertThat(play.openTasks(call.value())).containsExactly("userTask_awaitAssessments");
        jdbc.sql("insert into tidig.assessment_result (reference, board, score, grounds, assessed_at, version)"
                        + " select ?, 'K', 70, '{}', now(), 1")
                .param(last.value())
                .update();
        progress.assessed(last);
        play.runJobs();
        assertThat(play.openTasks(call.value())).containsExactly("userTask_reviewPrioritisation");
        assertThat(play.path("call", call.value())).contains("boundary_allAssessed");
    }

    @Test
    void anOfficerGoesOnWithAListOfThoseThatRemain() {
        applications.assessed(80, 300_000);
        applications.unassessed(300_000);
        shown.givesEachField("stragglers", call, Map.of());
        shown.givesEachField("stragglersExtent", call, Map.of());
        close();
        play.as("officerK1")
                .complete(
                        "userTask_awaitAssessments",
                        call.value(),
                        Map.of("stragglerRule", "RESERVE", "stragglerReason", "Handläggaren är sjuk."));
        play.runJobs();
        assertThat(rankings.placements(rankings.latest(call).orElseThrow()))
                .extracting(Placement::kind)
                .containsExactly(PlacementKind.RESERVE, PlacementKind.GRANT);
    }

    @Test
    void theReviewAdjustsRecomputesAndSettles() {
        applications.assessed(80, 400_000);
        var second = applications.assessed(70, 400_000);
        applications.assessed(60, 400_000);
        close();
        var officer = play.as("officerK1");
        assertThatThrownBy(() -> officer.complete(
                        "userTask_reviewPrioritisation",
                        call.value(),
                        CallForms.adjusted("SETTLE", second, 400_001, "Mer")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("högst 400\u00a0000\u00a0kr");
        officer.complete(
                "userTask_reviewPrioritisation",
                call.value(),
                CallForms.adjusted("RECOMPUTE", second, 300_000, "Lägre hyra"));
        play.runJobs();
        assertThat(rankings.latest(call).orElseThrow().version()).isEqualTo(2);
        assertThat(rankings.placements(rankings.latest(call).orElseThrow()))
                .extracting(place ->
                        place.kind() + " " + place.proposedAmount().amount().intValue())
                .containsExactly("GRANT 400000", "PARTIAL 300000", "PARTIAL 200000");
        play.as("deciderK").complete("userTask_reviewPrioritisation", call.value(), CallForms.review("SETTLE"));
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
        play.runJobs();
        assertThat(play.path("call", call.value()))
                .containsSubsequence("serviceTask_handOut", "serviceTask_askDecided");
    }
}
