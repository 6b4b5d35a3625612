package se.tidig.bundle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** Records which rules match in which tables, while a caller asks for it. */
public final class MatchedRuleListener implements DmnDecisionEvaluationListener {

    private static final ThreadLocal<Map<String, List<String>>> NOTES = new ThreadLocal<>();

    /** The rows of the evaluation, with the rules that matched while it ran. */
    public static RuleSet.Evaluation during(Supplier<List<Map<String, Object>>> evaluation) {
        var before = NOTES.get();
        var notes = new TreeMap<String, List<String>>();
        NOTES.set(notes);
        try {
            return new RuleSet.Evaluation(evaluation.get(), notes);
        } finally {
            NOTES.set(before);
        }
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        var notes = NOTES.get();
        if (notes != null) {
            note(event.getDecisionResult(), notes);
            event.getRequiredDecisionResults().forEach(required -> note(required, notes));
        }
    }

    private static void note(DmnDecisionLogicEvaluationEvent event, Map<String, List<String>> notes) {
        if (event instanceof DmnDecisionTableEvaluationEvent table) {
            notes.put(
                    table.getDecisionTable().getKey(),
                    table.getMatchingRules().stream()
                            .map(DmnEvaluatedDecisionRule::getId)
                            .toList());
        }
    }
}
