package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;

/** 10 § and 22 § FL: a paper has a day, a call closes at an instant. */
class DayOfReceiptTest {

    private static final Instant AT_TEN = Instant.parse("2026-09-20T08:00:00Z");
    private static final Instant AT_DAYS_END = Instant.parse("2026-09-20T21:59:59Z");

    @Test
    void aPaperReceivedOnTheClosingDayIsInTimeWhateverTheHourOfClosing() {
        for (var closesAt : new Instant[] {AT_TEN, AT_DAYS_END, Instant.parse("2026-09-20T22:00:00Z")}) {
            assertThat(DayOfReceipt.instant(day(20), closesAt)).isBeforeOrEqualTo(closesAt);
        }
    }

    @Test
    void aPaperReceivedTheDayAfterIsLate() {
        assertThat(DayOfReceipt.instant(day(21), AT_TEN)).isAfter(AT_TEN);
        assertThat(DayOfReceipt.instant(day(21), AT_DAYS_END)).isAfter(AT_DAYS_END);
    }

    @Test
    void theDayOfReceiptIsTheRegisteredDay() {
        for (int day = 18; day <= 22; day++) {
            assertThat(SwedishDate.on(DayOfReceipt.instant(day(day), AT_TEN))).isEqualTo(day(day));
        }
    }

    @Test
    void aDayThatIsNotPossibleIsRefusedWithTheFirstThatIs() {
        DayOfReceipt.check(day(18), day(18), "utlysningen öppnade", day(22));
        DayOfReceipt.check(day(22), day(18), "utlysningen öppnade", day(22));
        assertThatThrownBy(() -> DayOfReceipt.check(day(17), day(18), "utlysningen öppnade", day(22)))
                .isInstanceOf(Rejected.class)
                .hasMessage(
                        "Dagen då handlingen kom in kan inte vara före den 18 september 2026, innan utlysningen öppnade."
                                + " Kontrollera dagen.");
        assertThatThrownBy(() -> DayOfReceipt.check(day(23), day(18), "utlysningen öppnade", day(22)))
                .hasMessageContaining("senare än i dag");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 9, day);
    }
}
