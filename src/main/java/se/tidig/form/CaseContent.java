package se.tidig.form;

/**
 * Case content that forms, mails and letters may show, read from the domain at the moment somebody looks and never
 * stored as process variables. Implementations are Spring beans; each method marked with {@link Shows} or {@link Fills}
 * gives the content of one key, and the record that it returns declares the fields.
 */
public interface CaseContent {}
