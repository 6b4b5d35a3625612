package se.tidig.assessment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.assessment.AssessmentService;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Gör gemensam bedömning*: the assessment that the two assessors agree on. */
@Component
@Handles(
        form = "reconcile-assessments",
        keys = {
            "needPosition", "goalPosition", "economicActivityPosition=notEconomic|economic", "economicActivityReason",
            "earlierReportsPosition=none|good|shortcomings", "earlierReportsReason", "externalMaterial",
                    "externalMaterialText"
        },
        writes = "externalMaterial")
class ReconcileAssessmentsForm implements FormHandler {

    private final AssessmentService assessing;
    private final DisplayRuleSource tables;

    ReconcileAssessmentsForm(AssessmentService assessing, DisplayRuleSource tables) {
        this.assessing = assessing;
        this.tables = tables;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        assessing.reconcile(
                task.reference(), task.actor(), JudgementAnswers.read(answers), tables.ofCase(task.processInstance()));
        return JudgementAnswers.routing(task, answers);
    }
}
