package se.tidig.engine;

/**
 * What the records of a case become if an administrator ends its process before the model does, so that none says that
 * the case is still running. Called in the transaction that ends the process; a process without such a record has none.
 */
public interface EarlyEnd {

    /** The id of the process in the models. */
    String process();

    /**
     * Brings the records to their end.
     *
     * @param reference the business key of the process
     * @param actor user id of the administrator
     * @throws se.tidig.form.Rejected if the case must come to its end in another way, with what to do instead
     */
    void end(String reference, String actor);
}
