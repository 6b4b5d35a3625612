package se.tidig.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.decision.Audit;
import se.tidig.engine.CaseStage;

/** Decides which auditor a grant requires, by the table {@code audit-requirement} (14 a §); the decision states it. */
@Component
@AsksTable(
        value = "audit-requirement",
        stage = CaseStage.ASSESSED,
        sends = AuditRequirementTable.Asked.class,
        results = {"audit=NONE|AUDITOR|AUTHORISED_AUDITOR", "priceBaseYear"})
public class AuditRequirementTable {

    record Asked(boolean municipal, Sek amount, LocalDate decidedOn) {}

    /**
     * The required auditor, and the amount that the requirement was based on.
     *
     * @param priceBaseYear the year whose prisbasbelopp the limit was computed from; null if the table does not give
     *     it: its first version only had that of the year of decision
     */
    public record Required(Audit audit, Integer priceBaseYear) {

        /** Whether the table lacks the amount of the year, so that an earlier year's is used for the time being. */
        public boolean isProvisional(LocalDate decidedOn) {
            return audit != Audit.NONE && priceBaseYear != null && priceBaseYear != decidedOn.getYear();
        }
    }

    /**
     * @param municipal true for a municipality or kommunalförbund, which needs no auditor
     * @param amount the grant, SEK, compared with five prisbasbelopp of the year of decision, or of the latest
     *     earlier year in the table
     * @throws GrantRefused if the table has no prisbasbelopp of that year or an earlier one
     */
    public Required of(boolean municipal, Sek amount, LocalDate decidedOn, RuleSet rules) {
        var rows = rules.decide("audit-requirement", SentFacts.of(new Asked(municipal, amount, decidedOn)));
        if (rows.isEmpty() || rows.get(0).get("audit") == null) {
            throw new GrantRefused("Prisbasbeloppet för " + decidedOn.getYear()
                    + " eller tidigare saknas i tabellen audit-requirement. Lägg till en rad för året.");
        }
        var year = rows.get(0).get("priceBaseYear");
        return new Required(
                Audit.valueOf((String) rows.get(0).get("audit")),
                year == null ? null : new BigDecimal(year.toString()).intValueExact());
    }
}
