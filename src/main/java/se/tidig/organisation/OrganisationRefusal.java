package se.tidig.organisation;

/** The person may not do that for the organisation; the sentence is the message {@code organisation.refused.} and the reason. */
public class OrganisationRefusal extends RuntimeException {

    private final Reason reason;

    OrganisationRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** Only those with the right to submit decide who acts for the organisation. */
        NOT_SUBMIT,
        /** Somebody must remain who may submit. */
        LAST,
        ALREADY_MEMBER,
        ALREADY_ASKED,
        /** Answered, withdrawn or too old. */
        GONE,
        /** The organisation has people of its own, who answer. */
        NOT_STAFFS,
        TOO_MANY
    }
}
