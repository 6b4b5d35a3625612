package se.tidig.assessment.process;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import se.tidig.assessment.Assessment.Score;
import se.tidig.assessment.EarlierReporting;
import se.tidig.assessment.Judgement;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;

/**
 * Reads a judgement from the answers: criterion X has its score in {@code scoreX} and the reason in {@code reasonX},
 * so a process owner adds a criterion with two components and a row in {@code assessment-weights}.
 */
final class JudgementAnswers {

    private static final Pattern SCORE = Pattern.compile("score([A-Z])");

    private JudgementAnswers() {}

    /** @throws Rejected by key, if a score is no whole number from 0 or has no reason */
    static Judgement read(Answers answers) {
        var refused = new LinkedHashMap<String, String>();
        var scores = new HashMap<String, Score>();
        for (var key : answers.values().keySet()) {
            var criterion = SCORE.matcher(key);
            if (criterion.matches()) {
                score(criterion.group(1), answers, scores, refused);
            }
        }
        if (!refused.isEmpty()) {
            throw new Rejected(refused);
        }
        if (scores.isEmpty()) {
            throw new Rejected("", "Sätt poäng på minst ett kriterium.");
        }
        return new Judgement(
                answers.text("needPosition"),
                answers.text("goalPosition"),
                "economic".equals(answers.text("economicActivityPosition")),
                answers.text("economicActivityReason"),
                EarlierReporting.of(answers.text("earlierReportsPosition")),
                answers.text("earlierReportsReason"),
                answers.yes("externalMaterial") ? answers.text("externalMaterialText") : null,
                scores);
    }

    /** Material that an earlier step or the other assessor has noted stays noted. */
    static Map<String, Object> routing(CaseTask task, Answers answers) {
        var before = Boolean.TRUE.equals(task.variables().get("externalMaterial"));
        return Map.of("externalMaterial", before || answers.yes("externalMaterial"));
    }

    private static void score(
            String criterion, Answers answers, Map<String, Score> scores, Map<String, String> refused) {
        var score = answers.number("score" + criterion).orElseThrow();
        var reason = answers.text("reason" + criterion);
        if (score.signum() < 0 || !isWhole(score)) {
            refused.put("score" + criterion, "Ange ett heltal, minst 0.");
        } else if (reason == null || reason.isBlank()) {
            refused.put("reason" + criterion, "Motivera poängen.");
        } else {
            scores.put(criterion, new Score(score.intValue(), reason));
        }
    }

    private static boolean isWhole(BigDecimal score) {
        return score.stripTrailingZeros().scale() <= 0
                && score.abs().compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) < 0;
    }
}
