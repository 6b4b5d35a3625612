package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Sek;
import se.tidig.form.Rejected;

/** The plan and the auditor of a grant, counted when it is proposed and in force from the day of decision. */
class TermsTest {

    private static final LocalDate COUNTED = LocalDate.parse("2026-02-16");
    private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");

    @Test
    void nothingIsPaidBeforeTheDayOfDecisionAndAllElseStands() {
        var decided = COUNTED.plusDays(10);
        var report = new PlannedStep(StepKind.INTERIM_REPORT, Sek.ZERO, COUNTED.plusDays(5), null);
        var later = new PlannedStep(StepKind.PAYMENT, Sek.of(40_000), decided, YEAR_END);
        var terms = new Terms(
                List.of(new PlannedStep(StepKind.PAYMENT, Sek.of(60_000), COUNTED, YEAR_END), report, later),
                Audit.AUDITOR,
                COUNTED,
                2026);

        assertThat(terms.decidedOn(decided))
                .isEqualTo(new Terms(
                        List.of(new PlannedStep(StepKind.PAYMENT, Sek.of(60_000), decided, YEAR_END), report, later),
                        Audit.AUDITOR,
                        decided,
                        2026));
    }

    @Test
    void termsAreOfTheYearInWhichTheyWereCounted() {
        var terms = new Terms(List.of(), Audit.AUDITOR, COUNTED, 2026);
        assertThat(terms.decidedOn(YEAR_END).countedOn()).isEqualTo(YEAR_END);

        assertThatThrownBy(() -> terms.decidedOn(YEAR_END.plusDays(1)))
                .isInstanceOf(Rejected.class)
                .hasMessage(
                        "Förslagets plan för utbetalning och redovisning och dess krav på revisor är räknade för 2026 (13 och 14 a §§)."
                                + " Återlämna förslaget så att de räknas om för 2027.");
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR, 2025, true",
        "AUTHORISED_AUDITOR, 2025, true",
        "AUDITOR, 2026, false",
        "AUDITOR, , false",
        "NONE, 2025, false"
    })
    void theAuditorIsProvisionalIfItWasCountedOnAnotherYearsPrisbasbelopp(Audit audit, Integer year, boolean so) {
        assertThat(new Terms(List.of(), audit, COUNTED, year).isProvisional()).isEqualTo(so);
    }
}
