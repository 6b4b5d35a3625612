package se.tidig.bundle;

import se.tidig.Reference;

/**
 * Finds the rules of deployed tables for pages and forms that only show a result. No evaluation is journalled, whoever
 * asks.
 */
public interface DisplayRuleSource {

    /** The rules that apply to the running case; for the tables in {@code rulesOfTheDay}, the current ones. */
    RuleSet ofCase(String processInstance);

    /** The same for the case with the reference; the rules of new cases if it has not been opened yet. */
    RuleSet ofReference(Reference reference);

    /** The rules of new cases; each table is found by {@link #current(String)}. */
    RuleSet current();

    /**
     * The rules of new cases if they have the decision, else the packaged ones: process owners may have published the
     * models in force before Tidig had this table.
     */
    RuleSet current(String decision);
}
