package se.tidig.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.Applications;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;

/**
 * Finds costs that two grants to the same recipient both pay, whichever boards granted them (6 §): budget lines with
 * the same category, description and amount, for activities whose periods overlap.
 */
@Service
class SameCostService {

    private final Grants grants;
    private final Applications applications;

    SameCostService(Grants grants, Applications applications) {
        this.grants = grants;
        this.applications = applications;
    }

    /** The lines in words, {@code Lokalhyra, 40 000 kr (K-2026-1-004)}; null if there are none. */
    String of(Grant grant) {
        var own = lines(grant.reference());
        var same = new ArrayList<String>();
        for (var other : grants.findByOrganisationNumberOrderByReference(grant.organisationNumber())) {
            if (other.reference().equals(grant.reference())
                    || other.status() == Grant.State.DECLINED
                    || !overlap(grant, other)) {
                continue;
            }
            lines(other.reference()).stream()
                    .filter(own::contains)
                    .forEach(line ->
                            same.add(line.description() + ", " + line.amount() + " (" + other.reference() + ")"));
        }
        return same.isEmpty() ? null : String.join("; ", same);
    }

    private static boolean overlap(Grant one, Grant other) {
        return one.periodStart() != null
                && one.periodEnd() != null
                && other.periodStart() != null
                && other.periodEnd() != null
                && !one.periodEnd().isBefore(other.periodStart())
                && !other.periodEnd().isBefore(one.periodStart());
    }

    private List<Line> lines(Reference reference) {
        return applications
                .find(reference)
                .map(application -> application.given().rows("budgetLines").stream()
                        .filter(row -> row.get("description") != null && row.get("amount") != null)
                        .map(SameCostService::line)
                        .toList())
                .orElse(List.of());
    }

    private static Line line(Map<String, Object> row) {
        var description = row.get("description").toString().strip().replaceAll("\\s+", " ");
        var capital = description.isEmpty() ? "" : description.substring(0, 1).toUpperCase(Locale.ROOT);
        return new Line(
                String.valueOf(row.get("category")),
                capital + description.toLowerCase(Locale.ROOT).substring(capital.length()),
                Sek.of(new BigDecimal(row.get("amount").toString())));
    }

    private record Line(String category, String description, Sek amount) {}
}
