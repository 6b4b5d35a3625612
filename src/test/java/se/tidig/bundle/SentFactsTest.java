package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tidig.Reference;
import se.tidig.Sek;

/** A record's components are the facts that a table is asked with, and what the check knows of them. */
class SentFactsTest {

    enum Kind {
        PART,
        WHOLE
    }

    record Line(String code, int number) {}

    record Asked(
            Reference reference,
            Kind kind,
            Sek amount,
            BigDecimal share,
            long days,
            boolean due,
            LocalDate day,
            String text,
            List<Line> lines) {}

    record Unreadable(Instant at) {}

    @Test
    void aTableReadsMoneyAsANumberAChoiceByItsNameAndEachLineAsAContext() {
        var day = LocalDate.parse("2026-11-27");

        assertThat(SentFacts.of(new Asked(
                        Reference.of("K-2026-2-017"),
                        Kind.PART,
                        Sek.of(5),
                        BigDecimal.TEN,
                        3L,
                        true,
                        day,
                        null,
                        List.of(new Line("A", 1)))))
                .containsExactly(
                        Map.entry("reference", "K-2026-2-017"),
                        Map.entry("kind", "PART"),
                        Map.entry("amount", Sek.of(5).amount()),
                        Map.entry("share", BigDecimal.TEN),
                        Map.entry("days", 3L),
                        Map.entry("due", true),
                        Map.entry("day", day),
                        new SimpleEntry<>("text", null),
                        Map.entry("lines", List.of(Map.of("code", "A", "number", 1))));
    }

    @Test
    void theCheckKnowsTheNameTheTypeAndTheChoicesOfEach() {
        assertThat(SentFacts.declared(Asked.class))
                .containsExactly(
                        "reference:text",
                        "kind=PART|WHOLE",
                        "amount:number",
                        "share:number",
                        "days:number",
                        "due:boolean",
                        "day:date",
                        "text:text",
                        "lines",
                        "lines.code:text",
                        "lines.number:number");
    }

    @Test
    void whatNoTableCanReadIsNoFact() {
        assertThatThrownBy(() -> SentFacts.declared(Unreadable.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A fact for a table cannot be of type java.time.Instant: at");
    }
}
