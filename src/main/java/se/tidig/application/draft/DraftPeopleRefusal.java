package se.tidig.application.draft;

/** The person may not do that about who takes part in a draft; the sentence is the message {@code people.refused.} and the reason. */
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
        /** Answered, taken back or too old. */
        GONE,
        TOO_MANY
    }
}
