package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.ASSESS;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.application.DecisionDemand;
import se.tidig.application.DecisionDemands;
import se.tidig.application.FindingAnswers;
import se.tidig.application.TimelinessService;
import se.tidig.form.Rejected;
import se.tidig.form.WatchedContents;
import se.tidig.timelimit.PublicHolidays;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** What happens beside the handling of a case: withdrawal, documents, changes, delay, demand for a decision. */
@TidigTest
class BesideHandlingTest {

    private static final String WRITE_OFF = "userTask_writeOff";
    private static final String READ = "userTask_readSupplement";
    private static final String CHANGE = "userTask_assessChange";
    private static final String DELAY = "userTask_assessDelay";
    private static final String DEMAND = "userTask_answerDemand";
    private static final String REJECT_DEMAND = "userTask_rejectDemand";

    @Autowired
    WatchedContents shown;

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private Applications applications;

    @Autowired
    private FindingAnswers answers;

    @Autowired
    private DecisionDemands demands;

    @Autowired
    private TimelinessService timeliness;

    @Autowired
    private TimeLimitsTable limits;

    @Autowired
    private Play play;

    @Autowired
    private Clock clock;

    @Test
    void aWithdrawalEndsTheHandlingAndIsWrittenOffByADecider() {
        var reference = cases.checked(ApplicationFixture.answers());

        withdraw(reference);

        assertThat(play.openTasks(reference.value())).containsExactly(WRITE_OFF);
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThatThrownBy(() -> withdraw(reference))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("redan återkallad");
    }

    @Test
    void aWithdrawalBeforeTheReceiptIsSentReachesTheCase() {
        var reference = cases.submit(ApplicationFixture.answers());

        withdraw(reference);

        assertThat(play.openTasks(reference.value())).containsExactly(WRITE_OFF);
    }

    @Test
    void documentsBeforeTheReceiptIsSentReachTheCase() {
        var reference = cases.submit(ApplicationFixture.answers());
        intake.supplement(reference, "Ett intyg.", clock.instant(), null);
        intake.notifyChange(reference, "Ny ordförande.", clock.instant(), null);

        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactlyInAnyOrder(ApplicationPlay.CHECK, READ, CHANGE);
    }

    @Test
    void eachDocumentAndDemandBeforeTheReceiptIsSentIsTold() {
        var reference = cases.submit(ApplicationFixture.answers());
        intake.supplement(reference, "Ett intyg.", clock.instant(), null);
        intake.supplement(reference, "Ett intyg till.", clock.instant(), null);
        intake.notifyChange(reference, "Ny ordförande.", clock.instant(), null);
        intake.notifyChange(reference, "Ny kassör.", clock.instant(), null);
        intake.demandDecision(reference, "Avgör ärendet.", cases.today(), null);
        intake.demandDecision(reference, "Avgör ärendet nu.", cases.today(), null);

        cases.goOn();

        assertThat(play.openTasks(reference.value()))
                .containsExactlyInAnyOrder(
                        ApplicationPlay.CHECK, READ, READ, CHANGE, CHANGE, REJECT_DEMAND, REJECT_DEMAND);
        assertThat(demands.waiting(reference)).as("each demand has its task").isEmpty();
    }

    @Test
    void aDocumentIsPutBeforeTheOfficer() {
        var reference = cases.checked(ApplicationFixture.answers());

        intake.supplement(reference, "Ett intyg från kommunen.", clock.instant(), null);

        assertThat(play.openTasks(reference.value())).containsExactlyInAnyOrder(ASSESS, READ);
        assertThat(play.task(READ, reference.value()).getAssignee()).isEqualTo("officerK1");
        shown.givesEachField("history", reference, Map.of());
        cases.complete(READ, reference, Map.of("supplementNote", "Påverkar inte prövningen."));
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void aChangeThatTouchesTheGrantChangesTheFactsAndReopensWhatWasSetAside() {
        var reference = cases.checked("economicActivity", true);
        cases.examine("userTask_reviewConditions", reference, "SET_ASIDE", "proceed");
        assertThat(answers.setAside(reference)).containsExactly("ECONOMIC_ACTIVITY");
        intake.notifyChange(reference, "Vi söker mindre.", clock.instant(), null);

        cases.complete(
                CHANGE,
                reference,
                Map.of("changeEffect", "facts", "requestedAmount", 60_000, "changeNote", "Beloppet ändras."));

        assertThat(applications.get(reference).requestedAmount()).isEqualTo(Sek.of(60_000));
        assertThat(answers.setAside(reference)).isEmpty();
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void aChangeWithoutEffectLeavesTheApplicationAsItIs() {
        var reference =
                cases.checked("partners", List.of(Map.of("name", "Studieförbundet Ljuset", "type", "association")));
        intake.notifyChange(reference, "Ny kassör.", clock.instant(), null);
        shown.givesEachField("partners", reference, Map.of());
        shown.givesEachField("change", reference, Map.of());

        cases.complete(CHANGE, reference, Map.of("changeEffect", "none", "changeNote", "Saknar betydelse här."));

        assertThat(applications.get(reference).requestedAmount()).isEqualTo(Sek.of(100_000));
    }

    @Test
    void beforeTheAnnouncedDecisionTheDelayIsJudgedAndTheApplicantTold() {
        var reference = cases.checked(ApplicationFixture.answers());

        play.pass(Duration.ofDays(75 - 14 + 1));
        assertThat(play.openTasks(reference.value())).contains(DELAY);
        cases.complete(
                DELAY,
                reference,
                Map.of(
                        "delayExpected", "true",
                        "delayReason", "Många ansökningar har kommit in.",
                        "expectedDecisionOn", cases.today().plusDays(40).toString()));

        assertThat(timeliness.latestNotice(reference).orElseThrow().reason()).startsWith("Många ansökningar");
        shown.givesEachField("delay", reference, Map.of());
        assertThat(play.path("application", reference.value())).contains("serviceTask_mailDelay");
        assertThat(play.openTasks(reference.value())).doesNotContain(DELAY);
        play.pass(Duration.ofDays(40 - 14 + 1));
        assertThat(play.openTasks(reference.value())).as("the new day nears").contains(DELAY);
    }

    @Test
    void aDecisionInTimeNeedsNoNotice() {
        var reference = cases.checked(ApplicationFixture.answers());
        play.pass(Duration.ofDays(75 - 14 + 1));

        cases.complete(DELAY, reference, Map.of("delayExpected", "false"));

        assertThat(timeliness.latestNotice(reference)).isEmpty();
        assertThat(play.path("application", reference.value())).contains("endEvent_noDelay");
    }

    @Test
    void aDecisionMayBeDemandedOnceAfterSixMonths() {
        var reference = cases.checked(ApplicationFixture.answers());
        var sixMonths = limits.of(Limit.DECISION_DEMAND)
                .after(SwedishDate.on(applications.get(reference).receivedAt()))
                .last();

        play.passTo(SwedishDate.startOf(sixMonths.plusDays(1)));
        intake.demandDecision(reference, "Avgör ärendet.", sixMonths.plusDays(1), null);
        cases.goOn();

        assertThat(play.openTasks(reference.value())).contains(DEMAND);
        var demand = demands.latest(reference).orElseThrow();
        assertThat(demand.answerCountedOn()).isEqualTo(sixMonths.plusDays(1).plusWeeks(4));
        assertThat(demand.answerBy()).isEqualTo(PublicHolidays.weekdayFrom(demand.answerCountedOn()));
        intake.demandDecision(reference, "Igen!", sixMonths.plusDays(2), null);
        cases.goOn();
        assertThat(demands.latest(reference).orElseThrow().standing()).isEqualTo(DecisionDemand.Standing.REPEATED);
        assertThat(play.openTasks(reference.value())).contains(DEMAND, REJECT_DEMAND);
    }

    @Test
    void aPeriodThatEndsOnASaturdayEndsOnTheNextWeekday() {
        var received = SwedishDate.on(clock.instant());
        while (received.plusMonths(6).getDayOfWeek() != DayOfWeek.SATURDAY) {
            received = received.plusDays(1);
        }
        play.passTo(received.atTime(12, 0).atZone(SwedishDate.ZONE).toInstant());
        var reference = cases.checked(ApplicationFixture.answers());
        var saturday = received.plusMonths(6);
        var end = PublicHolidays.weekdayFrom(saturday);
        play.passTo(SwedishDate.startOf(end.plusWeeks(1)));

        intake.demandDecision(reference, "Avgör!", end, null);
        assertThat(demands.latest(reference).orElseThrow().standing()).isEqualTo(DecisionDemand.Standing.EARLY);
        intake.demandDecision(reference, "Avgör ärendet.", saturday.plusWeeks(1), null);

        var demand = demands.latest(reference).orElseThrow();
        assertThat(demand.standing()).isEqualTo(DecisionDemand.Standing.ADMISSIBLE);
        assertThat(demand.answerCountedOn().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(demand.answerBy()).isEqualTo(PublicHolidays.weekdayFrom(saturday.plusWeeks(5)));
    }

    private void withdraw(Reference reference) {
        play.asNobody();
        intake.withdraw(reference, "Vi återkallar ansökan.", clock.instant(), null);
        cases.goOn();
    }
}
