package se.tidig.assessment.process;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tidig.assessment.Assessment;
import se.tidig.assessment.Assessment.Role;
import se.tidig.assessment.Assessment.Score;
import se.tidig.assessment.Assessments;
import se.tidig.bundle.AnswerWording;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The assessments side by side. They are not shown to a second assessor, who assesses without knowing the first. */
@Component
class AssessmentContent implements CaseContent {

    private final Assessments assessments;
    private final StaffRegister staff;
    private final AnswerWording words;

    AssessmentContent(Assessments assessments, StaffRegister staff, AnswerWording words) {
        this.assessments = assessments;
        this.staff = staff;
        this.words = words;
    }

    record Made(
            String role,
            String assessor,
            String score,
            String need,
            String goal,
            String economicActivity,
            String earlierReports,
            String externalMaterial) {}

    record Compared(
            String criterion,
            Integer first,
            String firstReason,
            Integer second,
            String secondReason,
            Integer reconciled,
            String reconciledReason,
            Integer difference) {}

    @Shows("assessments")
    List<Made> made(CaseTask task) {
        return assessments.of(task.reference()).stream()
                .map(assessment -> row(task, assessment))
                .toList();
    }

    private Made row(CaseTask task, Assessment assessment) {
        return new Made(
                assessment.role().swedishName(),
                staff.nameOf(assessment.assessor()),
                assessment.score() == null
                        ? null
                        : assessment.score().toPlainString().replace('.', ','),
                assessment.need(),
                assessment.goal(),
                (assessment.isEconomicActivity() ? "Ja. " : "Nej. ") + assessment.economicActivityReason(),
                earlierReports(task, assessment),
                assessment.externalMaterial());
    }

    private String earlierReports(CaseTask task, Assessment assessment) {
        var form = assessment.role() == Role.RECONCILED ? "reconcile-assessments" : "assess-application";
        var position = words.of(
                        task,
                        form,
                        "earlierReportsPosition",
                        assessment.earlierReports().value())
                + ".";
        return assessment.earlierReportsReason() == null
                ? position
                : position + " " + assessment.earlierReportsReason();
    }

    /** The scores of each criterion beside each other, in the order in which the assessments give them. */
    @Shows("assessmentScores")
    List<Compared> scores(CaseTask task) {
        var made = assessments.of(task.reference());
        return made.stream()
                .flatMap(assessment -> assessment.scores().keySet().stream())
                .distinct()
                .map(criterion -> compared(
                        criterion,
                        given(made, Role.FIRST, criterion),
                        given(made, Role.SECOND, criterion),
                        given(made, Role.RECONCILED, criterion)))
                .toList();
    }

    private static Score given(List<Assessment> made, Role role, String criterion) {
        return made.stream()
                .filter(assessment -> assessment.role() == role)
                .map(assessment -> assessment.scores().get(criterion))
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Compared compared(String criterion, Score first, Score second, Score reconciled) {
        return new Compared(
                criterion,
                score(first),
                reason(first),
                score(second),
                reason(second),
                score(reconciled),
                reason(reconciled),
                first == null || second == null ? null : Math.abs(first.score() - second.score()));
    }

    private static Integer score(Score given) {
        return given == null ? null : given.score();
    }

    private static String reason(Score given) {
        return given == null ? null : given.reason();
    }
}
