package se.tidig.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.tidig.Actor;
import se.tidig.Reference;

/** The drafts that have become applications, for those that show the applications. */
public interface HandedInDrafts {

    /** Empty if the application came on paper. */
    Optional<HandedIn> handedIn(Reference reference);

    /**
     * @param draft in whose folder the files are that came with it
     * @param submittedBy the person's account
     * @param second who has signed as the second; null if nobody has
     */
    record HandedIn(UUID draft, String signer, String role, Actor submittedBy, Signature second) {}

    /** Who has signed, as what, and when. */
    record Signature(String signer, String role, Instant at) {}
}
