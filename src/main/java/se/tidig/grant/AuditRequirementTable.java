package se.tidig.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.Rules;
import se.tidig.decision.Audit;
import se.tidig.engine.CaseStage;

/** Which auditor a grant demands, by the table {@code audit-requirement} (14 a §); the decision states it. */
@Component
@AsksTable(
        value = "audit-requirement",
        stage = CaseStage.ASSESSED,
        facts = {"municipal:boolean", "amount:number", "decidedOn:date"},
        results = {"audit=NONE|AUDITOR|AUTHORISED_AUDITOR", "priceBaseYear"})
public class AuditRequirementTable {

    /**
     * What is demanded, and on which amount.
     *
     * @param priceBaseYear the year whose prisbasbelopp the limit was counted on; null where the table does not tell, as its
     *     first version, which knew no other than the year of decision's own
     */
    public record Required(Audit audit, Integer priceBaseYear) {

        /** Whether the table lacks the year's own amount, so that an earlier year's was used for the time being. */
        public boolean isProvisional(LocalDate decidedOn) {
            return audit != Audit.NONE && priceBaseYear != null && priceBaseYear != decidedOn.getYear();
        }
    }

    /**
     * @param municipal true for a municipality or kommunalförbund, of which none is demanded
     * @param amount the grant, SEK, held against five prisbasbelopp of the year of decision, or of the latest year before it
     *     that the table has
     * @throws GrantRefused where the table has the prisbasbelopp of no such year
     */
    public Required of(boolean municipal, Sek amount, LocalDate decidedOn, Rules rules) {
        var rows = rules.decide(
                "audit-requirement", Map.of("municipal", municipal, "amount", amount.amount(), "decidedOn", decidedOn));
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
