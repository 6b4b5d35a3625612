package se.tidig.decision;

import java.util.List;

/** The decisions to grant that stand. */
public interface GrantedDecisions {

    /** The references of all applications of the call that a decision in force grants, whether paid yet or not. */
    List<String> ofCall(String call);

    /**
     * The decision in force that grants the application.
     *
     * @throws IllegalArgumentException where the application has no such decision
     */
    Granted get(String reference);
}
