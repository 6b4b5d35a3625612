package se.tidig.application.draft;

/**
 * A change of who takes part in a draft is refused. The sentence is the message {@code people.refused.} followed by the
 * reason.
 */
public class DraftPeopleRefusal extends RuntimeException {

    private final Reason reason;

    DraftPeopleRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** Only those who may submit for the organisation decide who takes part. */
        NOT_DECIDING,
        /** The person has that right by the organisation. */
        HAS_RIGHT,
        /** The invitation is answered, taken back or too old. */
        GONE,
        /** Too many people are invited, or too many mails have gone to the address. */
        TOO_MANY
    }
}
