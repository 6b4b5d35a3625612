package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.DomainTest;
import se.tidig.Sek;
import se.tidig.TestTime;
import se.tidig.application.ApplicationFixture;
import se.tidig.bundle.RuleSet;
import se.tidig.decision.Audit;
import se.tidig.decision.GrantTerms.Wanted;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;
import se.tidig.grant.YearlyAmountService.Provisional;

/** The terms of a grant, and what happens while a year's prisbasbelopp (14 a §) is missing: the tables end with 2026. */
@DomainTest
class GrantTermsServiceTest {

    @Autowired
    GrantTermsService terms;

    @Autowired
    YearlyAmountService amounts;

    @Autowired
    ApplicationEvents events;

    @Test
    void theTermsAreThePlanAndTheAuditorOfTheCasesTables() {
        isToday("2026-06-01");

        var counted = terms.of(wanted(false, "2026-06-01"), ApplicationFixture.RULES);

        assertThat(counted.steps())
                .extracting(step -> step.kind(), step -> step.amount())
                .containsExactly(tuple(StepKind.PAYMENT, Sek.of(90_000)), tuple(StepKind.FINAL_REPORT, Sek.ZERO));
        assertThat(counted)
                .returns(Audit.AUDITOR, Terms::audit)
                .returns(LocalDate.parse("2026-06-01"), Terms::countedOn)
                .returns(2026, Terms::priceBaseYear);
        assertThat(events.stream(RuleReviewWanted.class)).isEmpty();
    }

    @Test
    void aMissingYearIsAskedForWhenItIsCountedWith() {
        isToday("2027-02-01");

        assertThat(terms.of(wanted(false, "2027-02-01"), ApplicationFixture.RULES))
                .returns(2026, Terms::priceBaseYear)
                .returns(true, Terms::isProvisional);
        assertThat(events.stream(RuleReviewWanted.class)).hasSize(1);
    }

    @Test
    void nothingIsAskedForIfNoAuditorIsNeededOrTodaysTablesHaveTheYear() {
        isToday("2027-02-01");
        terms.of(wanted(true, "2027-02-01"), ApplicationFixture.RULES);
        isToday("2026-02-01");
        terms.of(wanted(false, "2026-02-01"), countingOn(2025));

        assertThat(events.stream(RuleReviewWanted.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2025, true", "2027-03-01, 2026, false", "2026-03-01, 2026, false"})
    void termsAreOutdatedOnceTheMissingYearHasBeenEntered(LocalDate countedOn, int year, boolean outdated) {
        assertThat(terms.isOutdated(new Terms(List.of(), Audit.AUDITOR, countedOn, year)))
                .isEqualTo(outdated);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, ", "2026-09-30, ", "2026-10-01, 2027", "2027-01-01, 2027", "2027-11-01, 2027"})
    void theNextYearIsMissingFromThreeMonthsBeforeItBegins(String today, Integer missing) {
        isToday(today);

        assertThat(amounts.missing().orElse(null)).isEqualTo(missing);
    }

    @Test
    void aCaseTellsWhichYearItsAuditorIsCountedOnWhileItsOwnYearIsMissing() {
        isToday("2026-06-01");
        assertThat(amounts.provisional("instance")).isEmpty();
        isToday("2027-06-01");
        assertThat(amounts.provisional("instance")).contains(new Provisional(2027, 2026));
        isToday("2024-06-01");
        assertThat(amounts.provisional("instance")).isEqualTo(Optional.of(new Provisional(2024, null)));
    }

    private static void isToday(String day) {
        TestTime.passTo(Instant.parse(day + "T10:00:00Z"));
    }

    private static Wanted wanted(boolean municipal, String day) {
        var decided = LocalDate.parse(day);
        return new Wanted(Sek.of(90_000), municipal, decided, null, decided.plusDays(200));
    }

    /** The packaged tables, but the auditor is counted on the amount of this year. */
    private static RuleSet countingOn(int year) {
        return (table, facts) -> table.equals("audit-requirement")
                ? List.of(Map.of("audit", "AUDITOR", "priceBaseYear", year))
                : ApplicationFixture.RULES.decide(table, facts);
    }
}
