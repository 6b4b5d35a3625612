package se.tidig.application;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.engine.CaseStage;

/**
 * What the table {@code completion-rounds} says about the next request to complete a case.
 *
 * @param roundsLeft how many requests may still be made
 * @param kind the kind of the next request
 * @param days calendar days to give the applicant
 * @param consequence what follows if an order is not met; null for an informal request
 */
@AsksTable(
        value = CompletionTerms.DECISION,
        stage = CaseStage.RECEIVED,
        sends = CompletionTerms.Asked.class,
        results = {"roundsLeft", "kind=INFORMAL|ORDER", "days", "consequence"})
public record CompletionTerms(int roundsLeft, CompletionKind kind, int days, String consequence) {

    public static final String DECISION = "completion-rounds";

    /** @param hindered whether something that is missing prevents examination */
    record Asked(int roundsUsed, boolean hindered) {}

    /** @param hindered whether something that is missing prevents examination */
    static CompletionTerms of(RuleSet rules, int roundsUsed, boolean hindered) {
        var rows = rules.decide(DECISION, SentFacts.of(new Asked(roundsUsed, hindered)));
        if (rows.size() != 1) {
            throw new IllegalStateException("Tabellen %s gav %d rader för %d kompletteringsomgångar; den ska ge en."
                    .formatted(DECISION, rows.size(), roundsUsed));
        }
        return of(rows.get(0));
    }

    static CompletionTerms of(Map<String, Object> row) {
        return new CompletionTerms(
                new BigDecimal(row.get("roundsLeft").toString()).intValueExact(),
                CompletionKind.valueOf((String) row.get("kind")),
                new BigDecimal(row.get("days").toString()).intValueExact(),
                (String) row.get("consequence"));
    }

    Map<String, Object> asRow() {
        var row = new LinkedHashMap<String, Object>();
        row.put("roundsLeft", roundsLeft);
        row.put("kind", kind.name());
        row.put("days", days);
        row.put("consequence", consequence);
        return row;
    }
}
