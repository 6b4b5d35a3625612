package se.tidig.bundle;

/** Deployed tables asked without a case being decided: nothing is journalled, whoever asks. */
public interface DisplayRuleSource {

    /** The tables that the running case keeps, and those of the day where {@code bundle.yaml} says so. */
    RuleSet ofCase(String processInstance);

    /** The same of the case of that reference; those that new cases begin with where it has not been opened yet. */
    RuleSet ofReference(String reference);

    /** The tables that new cases begin with; each as {@link #current(String)} gives it. */
    RuleSet current();

    /**
     * The tables that new cases begin with if they have the decision, else the packaged ones: process owners may have published the models in force
     * before Tidig asked for it.
     */
    RuleSet current(String decision);
}
