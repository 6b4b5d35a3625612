package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.DecisionDemand.Answer;
import se.tidig.application.DecisionDemand.Standing;
import se.tidig.bundle.RuleSet;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;
import se.tidig.timelimit.PeriodEnd;

/** What the board owes an applicant whose case takes long: notices of delay and answers to demands (11 and 12 §§ FL). */
@DomainTest
class TimelinessServiceTest {

    @Autowired
    ApplicationFixture applications;

    @Autowired
    TimelinessService timeliness;

    @Autowired
    DecisionDemands demands;

    @Autowired
    Clock clock;

    Application application;
    Reference reference;
    LocalDate today;

    @BeforeEach
    void anApplicationHasComeIn() {
        application = applications.receive(Board.K, ApplicationFixture.answers());
        reference = application.reference();
        today = SwedishDate.on(clock.instant());
    }

    @Test
    void aNoticeOfDelayNamesADayAfterTodayAndTheNewestOneStands() {
        assertThatThrownBy(() -> timeliness.notice(reference, "Många ansökningar.", today, Actor.of("officerK1")))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .isEqualTo(
                                Map.of("expectedDecisionOn", "Ange en dag som är senare än i dag, då beslut väntas.")));
        assertThat(timeliness.latestNotice(reference)).isEmpty();

        timeliness.notice(reference, "Många ansökningar.", today.plusDays(1), Actor.of("officerK1"));
        timeliness.notice(reference, "Ännu fler.", today.plusDays(60), Actor.of("officerK1"));

        assertThat(timeliness.latestNotice(reference))
                .contains(new TimelinessService.DelayNotice("Ännu fler.", today.plusDays(60)));
    }

    @Test
    void delayIsJudgedAgainBeforeTheNoticedDayOrOnItIfThatIsNoLongerAhead() {
        timeliness.notice(reference, "Många ansökningar.", today.plusDays(30), Actor.of("officerK1"));

        assertThat(timeliness.nextDelayReview(reference, daysBefore(14))).isEqualTo(morning(today.plusDays(16)));
        assertThat(timeliness.nextDelayReview(reference, daysBefore(31))).isEqualTo(morning(today.plusDays(30)));
    }

    @Test
    void demandsAreTakenUpOneByOneOldestFirst() {
        var first = demand("Avgör ärendet");
        var second = demand("Avgör det nu");

        assertThat(timeliness.takeUpDemand(reference).id()).isEqualTo(first.id());
        assertThat(timeliness.takeUpDemand(reference).id()).isEqualTo(second.id());
        assertThat(timeliness.takeUpDemand(reference).id()).isEqualTo(second.id());
    }

    @Test
    void aDemandIsAnsweredByItsNumberOrTheNewestIfNoneIsGiven() {
        var first = demand("Avgör ärendet");
        var second = demand("Avgör det nu");
        timeliness.refuseDemand(
                reference, first.id(), "Utredning återstår.", "Eva Ek är skiljaktig.", Actor.of("deciderK"));
        timeliness.rejectDemand(reference, null, "Har redan prövats.", null, Actor.of("deciderK"));

        assertThat(demands.findById(first.id()).orElseThrow())
                .returns(Answer.REFUSE, DecisionDemand::answer)
                .returns("Eva Ek är skiljaktig.", DecisionDemand::dissent);
        assertThat(demands.findById(second.id()).orElseThrow())
                .returns(Answer.REJECT, DecisionDemand::answer)
                .returns("Har redan prövats.", DecisionDemand::reasons);
        var third = demand("Avgör");
        timeliness.acceptDemand(reference, third.id(), "Avgörs i tid.", Actor.of("deciderK"));
        assertThat(demands.findById(third.id()).orElseThrow().answer()).isEqualTo(Answer.DECIDE);
    }

    @Test
    void noDemandIsAnsweredThatWasNotMade() {
        assertThatThrownBy(() -> timeliness.takeUpDemand(reference))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Ingen begäran om att ärendet ska avgöras finns i " + reference + ".");
        assertThatThrownBy(() -> timeliness.refuseDemand(reference, 0L, "Skäl", null, Actor.of("deciderK")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Ingen begäran om att ärendet ska avgöras finns i " + reference + ".");
    }

    private DecisionDemand demand(String text) {
        return demands.save(DecisionDemand.received(
                application, today, PeriodEnd.on(today.plusDays(28)), Standing.ADMISSIBLE, text));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(SwedishDate.ZONE).toInstant();
    }

    private static RuleSet daysBefore(int days) {
        return (table, facts) -> List.of(Map.of("days", -days));
    }
}
