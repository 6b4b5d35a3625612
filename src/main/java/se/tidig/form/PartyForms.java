package se.tidig.form;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The forms that a party fills in itself. They are those of the case's bundle and go to the same handlers as when staff
 * enter a paper. The caller checks that the person acts for the party.
 */
public interface PartyForms {

    /** The form of {@link CaseTask#form()} with the questions that it borrows, in the
     * language as far as the bundle has its words, and what it shows in the case. */
    Opened open(CaseTask task, Locale language);

    /**
     * Validates the answers, records them as given at the task's element, and hands them to the form's handler; in the
     * caller's transaction.
     *
     * @param page that is sent; what it is recorded under
     * @param answers as {@link PostedAnswers} reads them
     * @throws Rejected with every message at once
     */
    void submit(CaseTask task, UUID page, Map<String, Object> answers, Locale language);

    /**
     * A form as it is shown.
     *
     * @param shown the outside data that it reads, and the values that its fields open with
     */
    record Opened(FormSchema schema, Map<String, Object> shown) {}
}
