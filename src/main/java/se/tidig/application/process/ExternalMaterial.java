package se.tidig.application.process;

import se.tidig.form.Answers;
import se.tidig.form.CaseTask;

/** Whether others than the applicant have added material to the case, so that it must be communicated (25 § FL). */
final class ExternalMaterial {

    private ExternalMaterial() {}

    /** Once true it stays true, whoever answers next. */
    static boolean of(CaseTask task, Answers answers) {
        return answers.yes("externalMaterial") || "true".equals(task.text("externalMaterial"));
    }
}
