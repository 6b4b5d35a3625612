package se.tidig.form;

import java.util.Map;

/**
 * Hands the accepted answers of a form to the domain, in the transaction that completes the task. A form without a
 * handler is stored and its routing answers become process variables; that is enough for a process owner's own task.
 */
public interface FormHandler {

    /**
     * @return short routing values for the process, besides the answers that the form itself marks as routing
     * @throws Rejected if the domain refuses an answer; the person is told and nothing is stored
     */
    Map<String, Object> accept(CaseTask task, Answers answers);
}
