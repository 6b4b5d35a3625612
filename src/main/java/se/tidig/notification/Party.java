package se.tidig.notification;

import java.util.Optional;
import se.tidig.Reference;

/** The party of a case, as mails reach it; the module that holds the applications provides it. */
public interface Party {

    /** Empty if the reference is no application's. */
    Optional<Addresses> addresses(Reference reference);

    /** The e-mail address of the agent whom the latest decision refused to take part (14 § FL); empty if there is none. */
    Optional<String> refusedAgent(Reference reference);

    /**
     * Where the party is written to.
     *
     * @param contact the contact person's e-mail address; null if the application gives none
     * @param agent the address of an agent who has a power of attorney in the case (15 § FL); null if there is no such
     *     agent
     */
    record Addresses(String contact, String agent) {}
}
