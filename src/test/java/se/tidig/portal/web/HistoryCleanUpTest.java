package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.journal.CaseJournal;

/** The engine's history goes when its time is over; what a case page and the journal say stays. */
@TidigTest
class HistoryCleanUpTest {

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private HistoryService history;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void itRunsEveryNight() {
        history.cleanUpHistoryAsync(false);
        assertThat(history.findHistoryCleanupJobs()).isNotEmpty().allSatisfy(job -> {
            var hour = job.getDuedate().toInstant().atZone(SwedishDate.ZONE).getHour();
            assertThat(hour).isBetween(1, 5);
        });
    }

    @Test
    void theCasePageAndTheJournalOutliveTheEnginesHistory() {
        var call = cases.call();
        var kept = cases.toPropose(call, 50_000);
        var old = cases.toPropose(call, 100_000);
        cases.propose(old, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(old, "deciderK");
        cases.goOn();
        assertThat(play.ended("application", old)).isTrue();
        var events = journal.of(old).size();

        history.setRemovalTimeToHistoricProcessInstances()
                .absoluteRemovalTime(Date.from(clock.instant().minus(Duration.ofDays(1))))
                .byQuery(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(old)
                        .finished())
                .executeAsync();
        play.runJobs();
        history.cleanUpHistoryAsync(true);
        play.runJobs();

        assertThat(play.ended("application", old)).as("known to the engine").isFalse();
        assertThat(journal.of(old)).hasSize(events);
        var page = new Browser(port);
        page.login("officerK1", DemoStaff.PASSWORD);
        assertThat(page.get("/arenden/" + old))
                .returns(200, java.net.http.HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("Beslut", "100\u00a0000\u00a0kr"));
        assertThat(play.path("application", kept)).contains("userTask_conflictCheck");
    }
}
