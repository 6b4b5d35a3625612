package se.tidig.engine;

/** Lets a person choose the password that only they know. */
public interface OwnPassword {

    /** What came of it; nothing is changed unless {@link #CHOSEN}. */
    enum Outcome {
        CHOSEN,
        /** The current password is not the one given. */
        NOT_CURRENT,
        /** There were too many failures; the password has not been looked at. */
        MUST_WAIT
    }

    /**
     * Replaces the person's password.
     *
     * @param current as the person knows it now
     * @param address the network address the attempt comes from
     */
    Outcome choose(String person, String current, String chosen, String address);
}
