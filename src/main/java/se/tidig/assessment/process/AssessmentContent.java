package se.tidig.assessment.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.assessment.Assessment;
import se.tidig.assessment.Assessment.Role;
import se.tidig.assessment.Assessments;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The assessments beside each other; not shown to a second assessor, who judges without knowing of the first. */
@Component
@Shows({
    "assessments: role, assessor, score, need, goal, economicActivity, earlierReports, externalMaterial",
    "assessmentScores: criterion, first, firstReason, second, secondReason, reconciled, reconciledReason, difference"
})
class AssessmentContent implements CaseContent {

    private final Assessments assessments;
    private final StaffRegister staff;

    AssessmentContent(Assessments assessments, StaffRegister staff) {
        this.assessments = assessments;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var made = assessments.of(task.reference());
        return key.equals("assessments") ? made.stream().map(this::row).toList() : scores(made);
    }

    private Map<String, Object> row(Assessment assessment) {
        var row = new LinkedHashMap<String, Object>();
        row.put("role", assessment.role().swedishName());
        row.put("assessor", staff.nameOf(assessment.assessor()));
        row.put(
                "score",
                assessment.score() == null
                        ? null
                        : assessment.score().toPlainString().replace('.', ','));
        row.put("need", assessment.need());
        row.put("goal", assessment.goal());
        row.put(
                "economicActivity",
                (assessment.isEconomicActivity() ? "Ja. " : "Nej. ") + assessment.economicActivityReason());
        row.put("earlierReports", earlierReports(assessment));
        row.put("externalMaterial", assessment.externalMaterial());
        return row;
    }

    private static String earlierReports(Assessment assessment) {
        var position = assessment.earlierReports().swedishName() + ".";
        return assessment.earlierReportsReason() == null
                ? position
                : position + " " + assessment.earlierReportsReason();
    }

    private static List<Map<String, Object>> scores(List<Assessment> made) {
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        for (var assessment : made) {
            assessment.scores().forEach((criterion, score) -> {
                var row = rows.computeIfAbsent(criterion, AssessmentContent::row);
                row.put(column(assessment.role()), score.score());
                row.put(column(assessment.role()) + "Reason", score.reason());
            });
        }
        rows.values().forEach(AssessmentContent::compare);
        return new ArrayList<>(rows.values());
    }

    private static Map<String, Object> row(String criterion) {
        var row = new LinkedHashMap<String, Object>();
        row.put("criterion", criterion);
        return row;
    }

    private static void compare(Map<String, Object> row) {
        if (row.get("first") instanceof Integer first && row.get("second") instanceof Integer second) {
            row.put("difference", Math.abs(first - second));
        }
    }

    private static String column(Role role) {
        return switch (role) {
            case FIRST -> "first";
            case SECOND -> "second";
            case RECONCILED -> "reconciled";
        };
    }
}
