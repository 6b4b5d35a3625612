package se.tidig.assessment.process;

import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.application.Applications;
import se.tidig.assessment.ConflictDeclarations;
import se.tidig.assessment.ConflictGround;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.bundle.AnswerWording;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.Declaration;

/** Asks each person who works in a case about conflicts of interest, once (16 and 18 §§ förvaltningslagen). */
@Component
class DeclaresConflict implements Declaration {

    private static final String FORM = "conflict-check";

    private final ConflictOfInterestService conflicts;
    private final AnswerWording words;
    private final ConflictDeclarations declarations;
    private final Applications applications;

    DeclaresConflict(
            ConflictOfInterestService conflicts,
            ConflictDeclarations declarations,
            Applications applications,
            AnswerWording words) {
        this.conflicts = conflicts;
        this.words = words;
        this.declarations = declarations;
        this.applications = applications;
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public String key() {
        return "conflictAnswer";
    }

    @Override
    public String goesOn() {
        return "none";
    }

    @Override
    public boolean isOwed(CaseTask task) {
        return task.reference() != null
                && !declarations.has(task.reference(), task.actor())
                && applications.find(task.reference()).isPresent();
    }

    @Override
    public boolean isMade(CaseTask task) {
        return task.reference() != null && declarations.has(task.reference(), task.actor());
    }

    @Override
    public String otherwise(CaseTask task) {
        return "Har du fått veta något som kan göra dig jävig? [Anmäl jäv](/arenden/%s/jav)"
                .formatted(task.reference());
    }

    @Override
    public boolean declare(CaseTask task, Answers answers, Set<String> groups) {
        var answer = answers.text(key());
        if (goesOn().equals(answer)) {
            conflicts.declareNone(task.reference(), task.actor());
            return true;
        }
        var ground = ground(task, answers);
        var circumstances = answers.text("conflictCircumstances");
        conflicts.leave(
                task.reference(),
                new ConflictOfInterestService.Leaving(
                        task.actor(), task.board(), groups, ground, circumstances, "contested".equals(answer)));
        return false;
    }

    private ConflictGround ground(CaseTask task, Answers answers) {
        var value = answers.text("conflictGround");
        return new ConflictGround(value, words.of(task, FORM, "conflictGround", value));
    }
}
