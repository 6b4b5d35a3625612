package se.tidig.engine;

import se.tidig.Actor;
import se.tidig.Reference;

/**
 * Closes the records of a case if an administrator ends its process early, so that no record says that the case is
 * still running. Called in the transaction that ends the process. A process without records has no implementation.
 */
public interface EarlyEnd {

    /** The id of the process in the models. */
    String process();

    /**
     * Closes the records.
     *
     * @param reference of the case or the call, the business key of the process
     * @param actor user id of the administrator
     * @throws se.tidig.form.Rejected if the case must be ended in another way; the message says how
     */
    void end(Reference reference, Actor actor);
}
