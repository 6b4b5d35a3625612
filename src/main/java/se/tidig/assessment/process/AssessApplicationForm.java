package se.tidig.assessment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.assessment.AssessmentService;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Bedöm ansökan*, for the first assessor and for the second. */
@Component
@Handles(
        form = "assess-application",
        keys = {
            "needPosition", "goalPosition", "economicActivityPosition=notEconomic|economic", "economicActivityReason",
            "earlierReportsPosition=none|good|shortcomings", "earlierReportsReason", "externalMaterial",
                    "externalMaterialText"
        },
        writes = "externalMaterial")
class AssessApplicationForm implements FormHandler {

    private final AssessmentService assessing;
    private final DisplayRuleSource tables;

    AssessApplicationForm(AssessmentService assessing, DisplayRuleSource tables) {
        this.assessing = assessing;
        this.tables = tables;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        assessing.assess(
                task.reference(), task.actor(), JudgementAnswers.read(answers), tables.ofCase(task.processInstance()));
        return JudgementAnswers.routing(task, answers);
    }
}
