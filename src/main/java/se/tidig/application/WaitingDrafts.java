package se.tidig.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.tidig.Reference;

/** What a person has beside the cases: invitations to drafts, and applications that two sign together. */
public interface WaitingDrafts {

    /**
     * The drafts that the person is invited to and has not answered.
     *
     * @param person the e-mail address that the person logs in with
     */
    List<Invited> invitedTo(String person);

    /** The applications that the person can sign as the second. */
    List<Unsigned> toSign(String person);

    /** The submitted applications in which the person takes part only by invitation. */
    List<Shared> sharedWith(String person);

    /** The application, if its second signature has not come. */
    Optional<Unsigned> awaited(Reference reference);

    /**
     * An invitation to a draft.
     *
     * @param draft its page is {@code /utkast/} and this
     * @param organisation the organisation's name
     * @param inviter name of the person who invites
     */
    record Invited(UUID draft, Reference call, String organisation, String inviter) {}

    /**
     * An application that has come in and waits for its second signature.
     *
     * @param title the activity's name, or the applicant's if it has none
     * @param first name of the person who has signed
     * @param second name or e-mail address of the person who was asked to sign
     */
    record Unsigned(UUID draft, Reference reference, String title, String first, String second) {}

    /**
     * A submitted application that the person may read.
     *
     * @param draft its pages are {@code /utkast/} and this
     * @param title the activity's name, or the applicant's if it has none
     * @param organisation the applicant's name
     */
    record Shared(UUID draft, Reference reference, String title, String organisation) {}
}
