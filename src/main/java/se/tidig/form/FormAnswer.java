package se.tidig.form;

import java.time.Instant;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * What a person answered in a form.
 *
 * @param reference the case's reference, or the call's; null if the process has none
 * @param board county letter; null if the process has none
 * @param process process id
 * @param processInstance the engine's process instance id; null, or empty as it is stored, until a start has been executed
 * @param element id of the user task or start event
 * @param form form id; null if the task ended by an error or escalation that the model catches
 * @param formVersion the form's version in the engine; null without a form
 * @param deployment id of the deployment that the case's rules come from
 * @param taskId the engine's task id, or the page on which a party sent it; null for a start
 * @param actor user id of the person
 * @param at when it was accepted
 * @param answers the accepted answers
 */
public record FormAnswer(
        Reference reference,
        String board,
        String process,
        String processInstance,
        String element,
        String form,
        Integer formVersion,
        String deployment,
        String taskId,
        Actor actor,
        Instant at,
        Answers answers) {}
