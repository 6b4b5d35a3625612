package se.tidig.decision.process;

import java.util.ArrayList;
import java.util.List;
import se.tidig.SwedishDate;
import se.tidig.bundle.EarlierBundles;
import se.tidig.decision.Audit;
import se.tidig.decision.Decision;
import se.tidig.decision.Terms;

/**
 * Sentences that letters of earlier bundles ask for. A running case keeps its letters, so the sentences stay until no
 * case opened with such a letter can be decided. The letters of today hold these words themselves.
 */
final class EarlierLetters {

    private EarlierLetters() {}

    static final String APPEAL = EarlierBundles.text("decision.appeal");

    static List<String> payments(Decision decision) {
        return decision.terms().map(EarlierLetters::payments).orElse(decision.earlierPayments());
    }

    static String audit(Decision decision) {
        return decision.terms().map(Terms::audit).map(Audit::sentence).orElse(decision.earlierAudit());
    }

    private static List<String> payments(Terms terms) {
        var sentences = new ArrayList<String>();
        var afterReport = false;
        for (var step : terms.steps()) {
            if (step.kind().isReport()) {
                afterReport = true;
            } else {
                sentences.add(EarlierBundles.text(
                        afterReport ? "decision.paymentAfterReport" : "decision.payment",
                        step.amount().toString(),
                        SwedishDate.text(step.due())));
            }
        }
        return sentences;
    }
}
