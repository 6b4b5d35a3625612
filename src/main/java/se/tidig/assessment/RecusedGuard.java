package se.tidig.assessment;

import org.springframework.stereotype.Component;
import se.tidig.LegalTexts;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;

/**
 * Keeps a recused person from every task of the case, and of the grant that follows from it (17 § förvaltningslagen).
 */
@Component
class RecusedGuard implements TaskGuard {

    private final Recusals recusals;

    RecusedGuard(Recusals recusals) {
        this.recusals = recusals;
    }

    @Override
    public void check(CaseTask task) {
        if (task.reference() != null && recusals.isRecused(task.reference(), task.actor())) {
            throw new Rejected("", LegalTexts.of("conflict.case", task.reference()));
        }
    }
}
