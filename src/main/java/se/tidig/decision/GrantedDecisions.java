package se.tidig.decision;

/** The decisions to grant that stand. */
public interface GrantedDecisions {

    /**
     * The decision in force that grants the application.
     *
     * @throws IllegalArgumentException where the application has no such decision
     */
    Granted get(String reference);
}
