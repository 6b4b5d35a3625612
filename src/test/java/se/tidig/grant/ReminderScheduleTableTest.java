package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.grant.ReminderScheduleTable.Step;

class ReminderScheduleTableTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private final FileRuleSet tables = FileRuleSet.in(Path.of("."));

    @ParameterizedTest
    @CsvSource({
        "CONFIRMATION, 0, 2026-06-15, REMIND",
        "CONFIRMATION, 1, 2026-06-29, REMIND",
        "CONFIRMATION, 2, 2026-07-13, ESCALATE",
        "CONFIRMATION, 3, 2026-07-13, ESCALATE",
        "REPORT, 0, 2026-05-02, REMIND",
        "REPORT, 1, 2026-05-25, REMIND",
        "REPORT, 2, 2026-06-02, OVERDUE",
        "REPORT, 3, 2026-06-15, OVERDUE",
        "REPORT, 4, 2026-06-29, ESCALATE",
        "REPORT, 5, 2026-06-29, ESCALATE",
    })
    void eachReminderHasItsDay(String series, int sent, LocalDate day, Step step) {
        var next = at("2026-01-01T00:00:00Z").next(series, DAY, sent, tables);

        assertThat(next.step()).isEqualTo(step);
        assertThat(next.number()).isEqualTo(sent + 1);
        assertThat(next.at()).isEqualTo(day + "T06:00:00Z");
    }

    @Test
    void whatComesAfterAFreeLastDayIsCountedFromTheNextWeekday() {
        var saturday = LocalDate.parse("2026-05-30");

        assertThat(at("2026-01-01T00:00:00Z")
                        .next("REPORT", saturday, 1, tables)
                        .at())
                .isEqualTo("2026-05-23T06:00:00Z");
        assertThat(at("2026-01-01T00:00:00Z")
                        .next("REPORT", saturday, 2, tables)
                        .at())
                .isEqualTo("2026-06-02T06:00:00Z");
    }

    @Test
    void whenSeveralHaveFallenDueOnlyTheLatestIsSent() {
        assertThat(at("2026-05-26T00:00:00Z").next("REPORT", DAY, 0, tables).number())
                .isEqualTo(2);
        assertThat(at("2026-06-10T00:00:00Z").next("REPORT", DAY, 0, tables).step())
                .isEqualTo(Step.OVERDUE);
    }

    @Test
    void nobodyIsHandedOverToAnOfficerUnreminded() {
        var next = at("2027-01-01T00:00:00Z").next("REPORT", DAY, 0, tables);

        assertThat(next.number()).isEqualTo(4);
        assertThat(next.step()).isEqualTo(Step.OVERDUE);
    }

    @Test
    void aTableWithoutTheRowIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> at("2026-01-01T00:00:00Z").next("REPORT", DAY, 0, (decision, facts) -> List.of()))
                .hasMessage("Tabellen reminder-schedule saknar en rad för REPORT nummer 1. Lägg till den.");
    }

    private static ReminderScheduleTable at(String instant) {
        return new ReminderScheduleTable(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
