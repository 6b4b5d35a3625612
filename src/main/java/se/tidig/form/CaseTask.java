package se.tidig.form;

import java.util.Map;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * A user task of a case, as content providers and form handlers see it.
 *
 * @param reference the case's reference (application, grant) or the call's; null if the process has none
 * @param board county letter
 * @param process process id, {@code application}
 * @param element element id, {@code userTask_assessApplication}
 * @param form form id, {@code assess-application}; a mail's or letter's name if one of these is rendered
 * @param taskId the engine's task id; null for mails and letters
 * @param processInstance the engine's process instance id
 * @param actor user id of the person at work; null for mails and letters
 * @param variables the instance's routing variables
 */
public record CaseTask(
        Reference reference,
        String board,
        String process,
        String element,
        String form,
        String taskId,
        String processInstance,
        Actor actor,
        Map<String, Object> variables) {

    /** A routing variable as text; null if it is not set. */
    public String text(String variable) {
        var value = variables.get(variable);
        return value == null ? null : value.toString();
    }
}
