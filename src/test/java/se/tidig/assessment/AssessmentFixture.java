package se.tidig.assessment;

import java.util.HashMap;
import java.util.Map;

/** Answers of the forms of the assessment, for tests. */
public final class AssessmentFixture {

    private AssessmentFixture() {}

    /** Every criterion at the score, no objections. */
    public static Map<String, Object> answers(int score) {
        var answers = new HashMap<String, Object>();
        answers.put("needPosition", "Behovet är stort i länet.");
        answers.put("goalPosition", "Verksamheten väntas nå sina mål.");
        answers.put("economicActivityPosition", "notEconomic");
        answers.put("economicActivityReason", "Verksamheten är avgiftsfri och drivs utan vinst.");
        answers.put("earlierReportsPosition", "none");
        answers.put("externalMaterial", false);
        for (var criterion : "ABCDEF".split("")) {
            answers.put("score" + criterion, score);
            answers.put("reason" + criterion, "Motivering av " + criterion + ".");
        }
        return answers;
    }

    /** The same with one answer changed. */
    public static Map<String, Object> answers(int score, String key, Object value) {
        var answers = answers(score);
        answers.put(key, value);
        return answers;
    }

    /** A declaration of a conflict of interest. */
    public static Map<String, Object> conflict(String answer) {
        return Map.of(
                "conflictAnswer", answer,
                "conflictGround", "party",
                "conflictCircumstances", "Min syster sitter i styrelsen.");
    }
}
