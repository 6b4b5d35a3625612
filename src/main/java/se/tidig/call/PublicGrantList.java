package se.tidig.call;

import java.util.List;
import se.tidig.Reference;
import se.tidig.Sek;

/** The grants of a call as the public page of the call lists them. The decision stage implements it. */
public interface PublicGrantList {

    /** Sorted by recipient, then by reference. */
    List<PublicGrant> of(Reference call);

    /**
     * A grant as the public sees it.
     *
     * @param recipient the recipient's name
     * @param reference the application's reference
     * @param amount granted, SEK
     */
    record PublicGrant(String recipient, Reference reference, Sek amount) {}
}
