package se.tidig.grant.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.bundle.EarlierBundles;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.YearlyAmountService;

/** Tells whoever proposes or decides that the year's price base amount is not in the case's tables. */
@Component
class AuditContent implements CaseContent {

    private final YearlyAmountService amounts;

    AuditContent(YearlyAmountService amounts) {
        this.amounts = amounts;
    }

    /**
     * @param year the year whose amount is not entered
     * @param countedYear the year whose amount the requirement is counted by; null if no amount is entered
     */
    record Provisional(String year, String countedYear) {}

    @Shows("provisionalAudit")
    Optional<Provisional> provisional(CaseTask task) {
        return task.processInstance() == null
                ? Optional.empty()
                : amounts.provisional(task.processInstance())
                        .map(found -> new Provisional(
                                String.valueOf(found.year()),
                                found.countedYear() == null ? null : String.valueOf(found.countedYear())));
    }

    /** For forms of earlier bundles. */
    @Shows("auditNotice")
    Optional<String> notice(CaseTask task) {
        return provisional(task)
                .map(found -> found.countedYear() == null
                        ? EarlierBundles.text("auditNotice.none", found.year())
                        : EarlierBundles.text("auditNotice", found.year(), found.countedYear()));
    }
}
