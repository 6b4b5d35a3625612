package se.tidig.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** Tells whether the tables that new cases begin with have the amounts that are set anew for each year. */
@Service
public class YearlyAmountService {

    private final AuditRequirementTable audit;
    private final DisplayRuleSource tables;
    private final TimeLimitsTable limits;
    private final Clock clock;

    YearlyAmountService(AuditRequirementTable audit, DisplayRuleSource tables, TimeLimitsTable limits, Clock clock) {
        this.audit = audit;
        this.tables = tables;
        this.limits = limits;
        this.clock = clock;
    }

    /** The first year, this year or from autumn the next, that has no prisbasbelopp; empty if none is missing. */
    public Optional<Integer> missing() {
        var today = SwedishDate.on(clock.instant());
        if (isMissing(today.getYear())) {
            return Optional.of(today.getYear());
        }
        var next = today.getYear() + 1;
        var askedFrom = limits.of(Limit.NEXT_PRICE_BASE).before(LocalDate.of(next, 1, 1));
        return !today.isBefore(askedFrom) && isMissing(next) ? Optional.of(next) : Optional.empty();
    }

    boolean isEntered(int year) {
        return !isMissing(year);
    }

    private boolean isMissing(int year) {
        var first = LocalDate.of(year, 1, 1);
        return audit.of(false, Sek.of(1), first, tables.current()).isProvisional(first);
    }

    /**
     * @param year the year of today, whose amount is not in the case's tables
     * @param countedYear the year whose amount is used instead; null if the tables have none
     */
    public record Provisional(int year, Integer countedYear) {}

    /** How the auditor is decided while the case's tables lack this year's amount; empty if they have it. */
    public Optional<Provisional> provisional(String processInstance) {
        var today = SwedishDate.on(clock.instant());
        try {
            var required = audit.of(false, Sek.of(1), today, tables.ofCase(processInstance));
            return required.isProvisional(today)
                    ? Optional.of(new Provisional(today.getYear(), required.priceBaseYear()))
                    : Optional.empty();
        } catch (GrantRefused noAmount) {
            return Optional.of(new Provisional(today.getYear(), null));
        }
    }
}
