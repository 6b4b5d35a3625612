package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.document.LetterService;
import se.tidig.engine.Variable;
import se.tidig.form.CaseTask;

/** Writes a letter of the case, for a step of its process. */
@Component
class CaseLetterWriter {

    private final LetterService letters;

    CaseLetterWriter(LetterService letters) {
        this.letters = letters;
    }

    void write(DelegateExecution step, String letter, String kind) {
        var task = new CaseTask(
                Reference.of((String) step.getVariable(Variable.REFERENCE)),
                (String) step.getVariable(Variable.BOARD),
                "application",
                step.getCurrentActivityId(),
                letter,
                null,
                step.getProcessInstanceId(),
                null,
                step.getVariables());
        letters.write(task, letter, kind, step.getActivityInstanceId());
    }
}
