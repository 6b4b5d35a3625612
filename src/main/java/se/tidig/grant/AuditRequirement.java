package se.tidig.grant;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import se.tidig.Sek;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.Rules;

/** Which auditor a grant demands, by the table {@code audit-requirement} (14 a §); the decision states it. */
@Service
@AsksTable(
        value = "audit-requirement",
        facts = {"municipal", "amount", "decidedOn"},
        results = "audit")
public class AuditRequirement {

    /**
     * @param municipal true for a municipality or kommunalförbund, of which none is demanded
     * @param amount the grant, SEK, held against five prisbasbelopp of the year of decision
     * @throws GrantRefused where the table lacks the prisbasbelopp of that year
     */
    public Audit of(boolean municipal, Sek amount, LocalDate decidedOn, Rules rules) {
        var rows = rules.decide(
                "audit-requirement", Map.of("municipal", municipal, "amount", amount.amount(), "decidedOn", decidedOn));
        if (rows.isEmpty() || rows.get(0).get("audit") == null) {
            throw new GrantRefused("Prisbasbeloppet för " + decidedOn.getYear()
                    + " saknas i tabellen audit-requirement. Lägg till en rad för året.");
        }
        return Audit.valueOf((String) rows.get(0).get("audit"));
    }
}
