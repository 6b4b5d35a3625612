package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Sek;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.decision.Audit;

class AuditRequirementTableTest {

    private final AuditRequirementTable requirement = new AuditRequirementTable();
    private final FileRuleSet tables = FileRuleSet.in(Path.of("."));

    @ParameterizedTest
    @CsvSource({
        "false, 293999.99, 2025-12-31, AUDITOR",
        "false, 294000, 2025-12-31, AUTHORISED_AUDITOR",
        "false, 295999.99, 2026-01-01, AUDITOR",
        "false, 296000, 2026-01-01, AUTHORISED_AUDITOR",
        "false, 1, 2026-06-01, AUDITOR",
        "true, 1000000, 2026-06-01, NONE",
        "true, 1, 2025-06-01, NONE",
    })
    void fivePrisbasbeloppOfTheYearOfDecisionDemandAnAuthorisedAuditorAndMunicipalitiesNeedNone(
            boolean municipal, BigDecimal amount, LocalDate decidedOn, Audit audit) {
        assertThat(requirement.of(municipal, Sek.of(amount), decidedOn, tables))
                .returns(audit, AuditRequirementTable.Required::audit)
                .returns(false, required -> required.isProvisional(decidedOn));
    }

    @ParameterizedTest
    @CsvSource({
        "295999.99, 2027-01-01, AUDITOR",
        "296000, 2027-01-01, AUTHORISED_AUDITOR",
        "296000, 2030-06-30, AUTHORISED_AUDITOR",
    })
    void aYearThatTheTableLacksIsCountedOnTheLatestFixedAmountAndSaysSo(
            BigDecimal amount, LocalDate decidedOn, Audit audit) {
        assertThat(requirement.of(false, Sek.of(amount), decidedOn, tables))
                .isEqualTo(new AuditRequirementTable.Required(audit, 2026))
                .returns(true, required -> required.isProvisional(decidedOn));
    }

    @Test
    void aMunicipalityIsNotToldOfAnAmountThatItIsNotHeldAgainst() {
        var day = LocalDate.parse("2027-06-01");

        assertThat(requirement.of(true, Sek.of(1_000_000), day, tables).isProvisional(day))
                .isFalse();
    }

    /** Running cases keep the tables they began with; the tables of the first version refused a year they lacked. */
    @Test
    void aTableThatTellsNoYearHasCountedOnTheYearOfDecision() {
        var day = LocalDate.parse("2026-06-01");
        RuleSet first = (decision, facts) -> List.of(Map.of("audit", "AUDITOR"));

        assertThat(requirement.of(false, Sek.of(1), day, first))
                .returns(Audit.AUDITOR, AuditRequirementTable.Required::audit)
                .returns(false, required -> required.isProvisional(day));
    }

    @Test
    void aYearBeforeTheFirstPrisbasbeloppIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(() -> requirement.of(false, Sek.of(1), LocalDate.parse("2024-12-31"), tables))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Prisbasbeloppet för 2024 eller tidigare saknas i tabellen audit-requirement."
                        + " Lägg till en rad för året.");
    }
}
