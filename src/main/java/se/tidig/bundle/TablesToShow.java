package se.tidig.bundle;

/** Deployed tables asked without a case being decided: nothing is journalled, whoever asks. */
public interface TablesToShow {

    /** The tables that the running case keeps. */
    Rules ofCase(String processInstance);

    /** The tables that new cases begin with. */
    Rules current();

    /**
     * The same if they have the decision, else the packaged ones: process owners may have published the models in force
     * before Tidig asked for it.
     */
    Rules current(String decision);
}
