package se.tidig.engine;

/** Lets a person choose a password that nobody else knows. */
public interface OwnPassword {

    /** The result; nothing is changed unless it is {@link #CHOSEN}. */
    enum Outcome {
        CHOSEN,
        /** The given current password is wrong. */
        NOT_CURRENT,
        /** There were too many failures, so the password was not checked. */
        MUST_WAIT
    }

    /**
     * Replaces the person's password.
     *
     * @param current the password that the person has now
     * @param address the network address the attempt comes from
     */
    Outcome choose(String person, String current, String chosen, String address);

    /**
     * Checks the current password of a person who acts for applicants, with the same delay for people who guess.
     *
     * @return {@link Outcome#CHOSEN} if it is right
     */
    Outcome checkApplicant(String email, String current, String address);
}
