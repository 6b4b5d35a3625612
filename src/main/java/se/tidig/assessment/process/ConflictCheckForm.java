package se.tidig.assessment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.assessment.ConflictGround;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.assessment.Recusal;
import se.tidig.bundle.AnswerWording;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Jävskontroll och åtagande*: the person takes the case, or leaves it. */
@Component
@Handles(
        form = "conflict-check",
        keys = {"conflictAnswer=none|declared|contested", "conflictGround", "conflictCircumstances"},
        writes = {"conflict=none|declared|contested", "caseOfficer"})
class ConflictCheckForm implements FormHandler {

    private final ConflictOfInterestService conflicts;
    private final AnswerWording words;

    ConflictCheckForm(ConflictOfInterestService conflicts, AnswerWording words) {
        this.conflicts = conflicts;
        this.words = words;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        if ("none".equals(answers.text("conflictAnswer"))) {
            conflicts.takeOn(task.reference(), task.actor());
            return Map.of("conflict", "none", "caseOfficer", task.actor().value());
        }
        var ground = ground(task, answers);
        var circumstances = answers.text("conflictCircumstances");
        if ("contested".equals(answers.text("conflictAnswer"))) {
            conflicts.question(task.reference(), task.actor(), ground, circumstances);
            return Map.of("conflict", "contested");
        }
        var state = conflicts.declare(task.reference(), task.actor(), ground, circumstances);
        return Map.of("conflict", state == Recusal.State.QUESTIONED ? "contested" : "declared");
    }

    private ConflictGround ground(CaseTask task, Answers answers) {
        var value = answers.text("conflictGround");
        return new ConflictGround(value, words.of(task, task.form(), "conflictGround", value));
    }
}
