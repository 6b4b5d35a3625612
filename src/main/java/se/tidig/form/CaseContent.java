package se.tidig.form;

/**
 * Case content that forms, mails and letters may show, read from the domain at the moment somebody looks and never
 * stored as process variables. Implementations are Spring beans and declare their keys with {@link Shows}.
 */
public interface CaseContent {

    /**
     * What the key stands for in this case: text, number, boolean, list or map, already formatted for people where it
     * is meant to be read (money as {@code 181 500 kr}, dates as {@code 21 november 2026}); null where there is none.
     */
    Object read(String key, CaseTask task);
}
