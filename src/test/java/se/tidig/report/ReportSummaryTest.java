package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Sek;
import se.tidig.form.Answers;

/** What a report's answers add up to, which the table of checks and the figures of a call are asked by. */
class ReportSummaryTest {

    @Test
    void whatWasUsedIsTheOutcomeOfAllCosts() {
        assertThat(costs("100, 80.50", "50, 20").used()).isEqualTo(Sek.of(new BigDecimal("100.50")));
        assertThat(costs().used()).isEqualTo(Sek.ZERO);
    }

    @Test
    void whatIsLeftAndOtherMoneyAreAsTheRecipientSaysAndNothingIfItDoesNotSay() {
        var said = summary(Map.of("unusedAmount", 500, "otherFunding", new BigDecimal("1000.5")));

        assertThat(said.unused()).isEqualTo(Sek.of(500));
        assertThat(said.otherFunding()).isEqualTo(Sek.of(new BigDecimal("1000.50")));
        assertThat(summary(Map.of()).unused()).isEqualTo(Sek.ZERO);
        assertThat(summary(Map.of()).otherFunding()).isEqualTo(Sek.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 80, 20",
        "100, 125, 25",
        "100, 100, 0",
        "1000, 1005, 1",
        "1000, 1004, 0",
        "0, 0, 0",
        "0, 1, 100",
        ", 5, 100"
    })
    void aCostDeviatesByTheDifferenceInPercentOfItsBudgetRoundedToTheNearest(
            BigDecimal budgeted, BigDecimal outcome, BigDecimal percent) {
        var row = new HashMap<String, Object>();
        row.put("budgeted", budgeted);
        row.put("outcome", outcome);

        assertThat(summary(Map.of("costs", List.of(row))).largestDeviation()).isEqualByComparingTo(percent);
    }

    @Test
    void theLargestDeviationCounts() {
        assertThat(costs("100, 90", "100, 150", "100, 70").largestDeviation()).isEqualByComparingTo("50");
        assertThat(costs().largestDeviation()).isEqualByComparingTo("0");
    }

    @Test
    void occasionsHeldAreInPercentOfAllThatWerePlanned() {
        assertThat(occasions("20, 10", "20, 20").occasionsHeld()).isEqualByComparingTo("75");
        assertThat(occasions("0, 3").occasionsHeld()).isEqualByComparingTo("100");
        assertThat(occasions().occasionsHeld()).isEqualByComparingTo("100");
    }

    @Test
    void personsAreToldOrNot() {
        assertThat(summary(Map.of("participantsWomen", new BigDecimal("12"))).persons("participantsWomen"))
                .hasValue(12);
        assertThat(summary(Map.of()).persons("participantsWomen")).isEmpty();
    }

    @Test
    void aTextThatIsLeftOpenIsEmpty() {
        var said = summary(Map.of("deviations", "Färre deltagare"));
        assertThat(said.text("deviations")).isEqualTo("Färre deltagare");
        assertThat(said.text("obstacles")).isEmpty();
    }

    private static ReportSummary costs(String... rows) {
        return summary(Map.of("costs", rows("budgeted", "outcome", rows)));
    }

    private static ReportSummary occasions(String... rows) {
        return summary(Map.of("activities", rows("plannedOccasions", "actualOccasions", rows)));
    }

    private static List<Map<String, Object>> rows(String first, String second, String... values) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : values) {
            var numbers = row.split(", ");
            rows.add(Map.of(first, new BigDecimal(numbers[0]), second, new BigDecimal(numbers[1])));
        }
        return rows;
    }

    private static ReportSummary summary(Map<String, Object> answers) {
        return new ReportSummary(new Answers(answers));
    }
}
