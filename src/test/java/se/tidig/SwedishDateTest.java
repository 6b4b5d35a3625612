package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SwedishDateTest {

    @Test
    void theDayIsSwedensAlsoWhenUtcHasTheDayBefore() {
        assertThat(SwedishDate.on(Instant.parse("2026-06-30T22:00:00Z"))).isEqualTo("2026-07-01");
        assertThat(SwedishDate.startOf(LocalDate.parse("2026-12-01"))).isEqualTo("2026-11-30T23:00:00Z");
    }

    @Test
    void datesAreWrittenAsPeopleReadThem() {
        assertThat(SwedishDate.text(LocalDate.parse("2026-11-21"))).isEqualTo("21 november 2026");
        assertThat(SwedishDate.text(Instant.parse("2026-01-05T13:05:00Z"))).isEqualTo("5 januari 2026 kl. 14.05");
    }
}
