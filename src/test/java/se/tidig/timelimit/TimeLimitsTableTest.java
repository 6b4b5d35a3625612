package se.tidig.timelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.timelimit.TimeLimit.Unit;
import se.tidig.timelimit.TimeLimitsTable.Limit;

class TimeLimitsTableTest {

    private static final FileRuleSet TABLES = FileRuleSet.packaged();

    @ParameterizedTest
    @CsvSource({
        "DECISION_DEMAND, 6, MONTHS, 12 § förvaltningslagen",
        "DEMAND_ANSWER, 4, WEEKS, 12 § förvaltningslagen",
        "DEMAND_WARNING, 7, DAYS,",
        "HEARING_REPLY, 2, WEEKS,",
        "COMPLETION_EXTENSION, 2, WEEKS,",
        "REPORT_COMPLETION, 2, WEEKS,",
        "REPORT_EXTENSION, 4, WEEKS,",
        "PAYMENT_TRACE, 5, BANK_DAYS,",
        "NEXT_PRICE_BASE, 3, MONTHS, 2 kap. 6 och 7 §§ socialförsäkringsbalken"
    })
    void eachLimitHasItsTimeAndItsProvision(Limit limit, int number, Unit unit, String paragraph) {
        assertThat(TimeLimitsTable.of(limit, TABLES)).isEqualTo(new TimeLimit(number, unit, paragraph));
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void everyLimitHasARow(Limit limit) {
        assertThat(TimeLimitsTable.of(limit, TABLES).number()).isPositive();
    }

    @Test
    void aTableWithoutTheRowIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(() -> TimeLimitsTable.of(Limit.DEMAND_ANSWER, (table, facts) -> List.of()))
                .hasMessage("Tabellen time-limits saknar en rad för DEMAND_ANSWER. Lägg till den.");
    }

    @ParameterizedTest
    @CsvSource({"2.5, WEEKS", "4, YEARS", "4,", ", WEEKS"})
    void anUnusableRowIsAnErrorThatSaysWhatItShouldContain(String number, String unit) {
        RuleSet wrong = (table, facts) -> List.of(row(number, unit));

        assertThatThrownBy(() -> TimeLimitsTable.of(Limit.DEMAND_ANSWER, wrong))
                .hasMessageContaining("DEMAND_ANSWER")
                .hasMessageContaining("ett heltal och en av enheterna");
    }

    private static Map<String, Object> row(String number, String unit) {
        var row = new HashMap<String, Object>();
        row.put("number", number);
        row.put("unit", unit);
        return row;
    }
}
