package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.DomainTest;
import se.tidig.SwedishDate;
import se.tidig.bundle.RuleSet;
import se.tidig.call.Calls;
import se.tidig.organisation.Board;

/** The rows {@code DELAY_REVIEW} of the table {@code reminder-schedule}. */
@DomainTest
class DelayReviewTest {

    private static final LocalDate ANNOUNCED = LocalDate.parse("2026-12-20");

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    ApplicationProgressService progress;

    @Autowired
    Calls calls;

    @Test
    void aPersonJudgesTheDelayTwoWeeksBeforeTheAnnouncedDayOfDecision() {
        assertThat(DelayReview.beforeAnnounced(ANNOUNCED, ApplicationFixture.RULES))
                .isEqualTo("2026-12-06T07:00:00Z");
    }

    @Test
    void withoutSuchADayItIsJudgedAMonthBeforeTheApplicantMayDemandADecision() {
        assertThat(DelayReview.afterReceived(LocalDate.parse("2026-07-01"), ApplicationFixture.RULES))
                .isEqualTo("2026-11-28T07:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"-30, 2026-11-20T07:00:00Z", "0, 2026-12-20T07:00:00Z", "10, 2026-12-30T07:00:00Z"})
    void aProcessOwnerMovesItInTheTable(int days, Instant review) {
        assertThat(DelayReview.beforeAnnounced(ANNOUNCED, giving(days))).isEqualTo(review);
    }

    @Test
    void aTableWithoutTheRowIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> DelayReview.beforeAnnounced(ANNOUNCED, (table, facts) -> List.of()))
                .hasMessage("Tabellen reminder-schedule saknar en rad för DELAY_REVIEW nummer 1. Lägg till den.");
        assertThatThrownBy(() -> DelayReview.afterReceived(ANNOUNCED, (table, facts) -> List.of()))
                .hasMessage("Tabellen reminder-schedule saknar en rad för DELAY_REVIEW nummer 2. Lägg till den.");
    }

    @Test
    void ifThatDayHasPassedTheCaseIsJudgedWhenItHasBeenHereAsLongAsTheTableSays() {
        var application = fixture.receive(Board.K, ApplicationFixture.answers());
        var announced = calls.get(application.call()).decisionBy();

        assertThat(progress.delayReviewAt(application, giving(-14)))
                .isEqualTo(announced
                        .minusDays(14)
                        .atTime(8, 0)
                        .atZone(SwedishDate.ZONE)
                        .toInstant());
        assertThat(progress.delayReviewAt(application, giving(-400)))
                .isEqualTo(SwedishDate.on(application.receivedAt())
                        .plusDays(97)
                        .atTime(8, 0)
                        .atZone(SwedishDate.ZONE)
                        .toInstant());
    }

    private static RuleSet giving(int days) {
        return (table, facts) -> {
            assertThat(table).isEqualTo("reminder-schedule");
            assertThat(facts).containsEntry("series", "DELAY_REVIEW").containsOnlyKeys("series", "number");
            return List.of(Map.of("days", facts.get("number").equals(1) ? days : 97));
        };
    }
}
