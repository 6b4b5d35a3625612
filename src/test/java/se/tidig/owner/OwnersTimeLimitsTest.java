package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.DecisionDemands;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionPlay;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.timelimit.PublicHolidays;
import se.tidig.timelimit.TimeLimit;
import se.tidig.timelimit.TimeLimit.Unit;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** A process owner changes a time: it holds from the publishing, also in running cases, but times already told stay. */
@TidigTest
class OwnersTimeLimitsTest {

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    DecisionDemands demands;

    @Autowired
    TimeLimitsTable limits;

    @Autowired
    TemplateFiller templates;

    @Autowired
    WatchedContents shown;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aChangedTimeHoldsAlsoInCasesThatRunAndWhatWasToldStands() {
        var call = cases.call();
        var told = cases.toPropose(call, 100_000);
        var later = cases.toPropose(call, 100_000);
        play.pass(Duration.ofDays(200));
        demand(told);
        var answerBy = demands.latest(told).orElseThrow().answerBy();

        desk.tables("time-limits", tables -> Drawing.cell(tables, "outputEntry_time-limits_DEMAND_ANSWER_number", "6"))
                .deploy(port);

        assertThat(limits.of(Limit.DEMAND_ANSWER)).isEqualTo(new TimeLimit(6, Unit.WEEKS, "12 § förvaltningslagen"));
        demand(later);
        assertThat(demands.latest(later).orElseThrow().answerBy())
                .isEqualTo(PublicHolidays.weekdayFrom(
                        SwedishDate.on(clock.instant()).plusWeeks(6)));
        assertThat(demands.latest(told).orElseThrow().answerBy()).isEqualTo(answerBy);
    }

    @Test
    void mailsLettersAndFormsNameTheTimeThatTheTableGives() {
        var reference = cases.toPropose(cases.call(), 100_000);
        var task = new CaseTask(reference, "K", "application", null, "test", null, null, null, Map.of());
        desk.tables("time-limits", tables -> {
                    Drawing.cell(tables, "outputEntry_time-limits_DECISION_DEMAND_number", "7");
                    Drawing.cell(tables, "outputEntry_time-limits_DEMAND_ANSWER_number", "6");
                    Drawing.cell(tables, "outputEntry_time-limits_PAYMENT_TRACE_number", "3");
                })
                .deploy(port);

        demand(reference);
        assertThat(sentences("mails/delay-notice.txt", task)).contains("inom sju månader från");
        assertThat(sentences("mails/delay-notice.html", task)).contains("sju månader");
        assertThat(sentences("letters/demand-refused.html", task)).contains("sju månader", "sex veckor");
        assertThat(sentences("letters/demand-rejected.html", task)).contains("inom", "innan", "sju månader");
        assertThat(shown.read("timeLimits", task))
                .isEqualTo(Map.of(
                        "decisionDemand", "sju månader",
                        "demandAnswer", "sex veckor",
                        "paymentTrace", "tre bankdagar"));
        assertThat(Bundle.packaged().text("forms/reject-demand.form")).contains("inom {{timeLimits.decisionDemand}} (");
        assertThat(Bundle.packaged().text("forms/trace-payment.form")).contains("när {{timeLimits.paymentTrace}} till");
    }

    /** The sentences of the text that name a time, filled in. */
    private String sentences(String name, CaseTask task) {
        var lines = Bundle.packaged()
                .text("forms/" + name)
                .lines()
                .filter(line -> line.contains("timeLimits"))
                .collect(Collectors.joining("\n"));
        var filled = name.endsWith(".txt") ? templates.text(lines, task) : templates.html(lines, task);
        assertThat(filled).doesNotContain("sex månader", "fyra veckor");
        return filled;
    }

    private void demand(Reference reference) {
        play.asNobody();
        intake.demandDecision(
                reference,
                "Vi begär att ärendet avgörs.",
                SwedishDate.on(clock.instant()),
                Actor.of("forening@example.org"));
    }
}
