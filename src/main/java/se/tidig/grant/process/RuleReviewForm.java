package se.tidig.grant.process;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.bundle.EarlierBundles;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.Shows;
import se.tidig.grant.YearlyAmountService;

/** Process owners review rules and amounts; the review stays open until the amounts are in the tables. */
@Component
@Handles(form = "rule-review", keys = "reviewNote")
class RuleReviewForm implements FormHandler, CaseContent {

    private final YearlyAmountService amounts;

    RuleReviewForm(YearlyAmountService amounts) {
        this.amounts = amounts;
    }

    /** The year whose price base amount is to be entered; absent if none is missing. */
    @Shows("missingPriceBase")
    Optional<String> missingPriceBase(CaseTask task) {
        return amounts.missing().map(String::valueOf);
    }

    /** For forms of earlier bundles. */
    @Shows("ruleReview")
    String ruleReview(CaseTask task) {
        return missingPriceBase(task)
                .map(year -> EarlierBundles.text("ruleReview.missing", year))
                .orElse(EarlierBundles.text("ruleReview.complete"));
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        amounts.missing().ifPresent(year -> {
            throw new Rejected(
                    "",
                    "Prisbasbeloppet för %d saknas ännu i tabellen audit-requirement. Publicera tabellen med en rad för året, och slutför sedan granskningen."
                            .formatted(year));
        });
        return Map.of();
    }
}
