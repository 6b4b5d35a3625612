package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Play;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.DecisionDemands;
import se.tidig.decision.DecisionPlay;
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

    private void demand(String reference) {
        play.asNobody();
        intake.demandDecision(
                reference, "Vi begär att ärendet avgörs.", SwedishDate.on(clock.instant()), "forening@example.org");
    }
}
