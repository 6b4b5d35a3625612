package se.tidig.prioritisation.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.prioritisation.Adjustment;
import se.tidig.prioritisation.PrioritisationService;

/** A person adjusts amounts, and settles the ranking or has it computed again. */
@Component
@Handles(
        form = "review-prioritisation",
        keys = {
            "adjusted",
            "adjusted.reference",
            "adjusted.amount",
            "adjusted.reason",
            "releaseEarmarks",
            "prioritisationAction"
        },
        writes = "prioritisationAction=RECOMPUTE|SETTLE")
class ReviewPrioritisationForm implements FormHandler {

    private final PrioritisationService prioritisation;
    private final Clock clock;

    ReviewPrioritisationForm(PrioritisationService prioritisation, Clock clock) {
        this.prioritisation = prioritisation;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var adjustments = answers.rows("adjusted").stream()
                .map(row -> adjustment(row, task.actor()))
                .toList();
        prioritisation.adjust(task.reference(), adjustments, answers.yes("releaseEarmarks"));
        var action = answers.text("prioritisationAction");
        if ("SETTLE".equals(action)) {
            prioritisation.settle(task.reference(), task.actor());
        }
        return Map.of("prioritisationAction", action);
    }

    private Adjustment adjustment(Map<String, Object> row, Actor actor) {
        var amount = (BigDecimal) row.get("amount");
        var given = ((String) row.get("reference")).strip();
        return new Adjustment(
                Reference.find(given).orElseThrow(() -> PrioritisationService.notRanked(given)),
                amount == null ? null : Sek.of(amount),
                (String) row.get("reason"),
                actor,
                clock.instant());
    }
}
