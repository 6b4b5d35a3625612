package se.tidig.form;

import java.util.Map;
import se.tidig.Actor;

/** Makes the domain record of a case that a person starts with a form. */
public interface StartHandler {

    /**
     * @param actor user id of the person who starts the case
     * @throws Rejected if the domain refuses an answer; the person is told and nothing is started
     */
    Started start(Actor actor, Answers answers);

    /**
     * Told of the answers that were understood when others were not, so that the person gets every fault in one answer.
     *
     * @throws Rejected where {@link #start} would refuse one of them
     */
    default void foresee(Actor actor, Answers understood) {}

    /**
     * @param businessKey the new case's reference
     * @param variables routing values of the new instance, at least {@code board} and {@code reference}
     */
    record Started(String businessKey, Map<String, Object> variables) {}
}
