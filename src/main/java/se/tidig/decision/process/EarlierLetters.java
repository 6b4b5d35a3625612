package se.tidig.decision.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.SwedishDate;
import se.tidig.decision.Audit;
import se.tidig.decision.Decision;
import se.tidig.decision.Terms;

/**
 * Sentences that the letters of earlier bundles ask for. A running case keeps its letters, so they stay until no case
 * opened with such a letter can be decided; letters of today have the words themselves.
 */
final class EarlierLetters {

    private EarlierLetters() {}

    static Map<String, Object> words(Decision decision) {
        var words = new LinkedHashMap<String, Object>();
        words.put("payments", decision.terms().map(EarlierLetters::payments).orElse(decision.earlierPayments()));
        words.put(
                "audit", decision.terms().map(Terms::audit).map(Audit::swedish).orElse(decision.earlierAudit()));
        words.put("appeal", "Beslutet får inte överklagas (19 § förordningen 2016:1364).");
        return words;
    }

    private static List<String> payments(Terms terms) {
        var sentences = new ArrayList<String>();
        var afterReport = false;
        for (var step : terms.steps()) {
            if (step.kind().isReport()) {
                afterReport = true;
            } else {
                sentences.add("%s, tidigast %s%s"
                        .formatted(
                                step.amount(),
                                SwedishDate.text(step.due()),
                                afterReport ? " och när redovisningen dessförinnan är godkänd" : ""));
            }
        }
        return sentences;
    }
}
