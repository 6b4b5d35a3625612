package se.tidig.form;

import java.util.Set;

/**
 * What each person declares about themselves before they work in a case (18 § förvaltningslagen). Its questions stand
 * before those of the first task that the person does in the case; the declaration is on record after that.
 */
public interface Declaration {

    /** Id of the form that asks it. */
    String form();

    /** The form's key that decides; a task whose own form has the key asks the question itself. */
    String key();

    /** The answer to {@link #key} with which the person goes on to the task. */
    String goesOn();

    /** Whether the task is about a case in which its actor has not declared yet. */
    boolean isOwed(CaseTask task);

    /** Whether the actor has declared in the case of the task, whatever the answer was. */
    boolean isMade(CaseTask task);

    /** Tells a person who has declared how to change the declaration, as the text of a form (markdown). */
    String otherwise(CaseTask task);

    /**
     * Puts the declaration on record.
     *
     * @param groups the groups that may do the task, among which somebody else is looked for
     * @return whether the person goes on with the task; otherwise it is left to the others
     */
    boolean declare(CaseTask task, Answers answers, Set<String> groups);
}
