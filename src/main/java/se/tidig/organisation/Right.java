package se.tidig.organisation;

/** What a person may do for an organisation in the portal. */
public enum Right {
    /** See the organisation's cases, drafts and letters. */
    READ,
    /** Also change drafts and answers. */
    WRITE,
    /** Also submit, and decide who acts for the organisation. */
    SUBMIT;

    /** Whether a person with this right may do what the other allows. */
    public boolean includes(Right other) {
        return compareTo(other) >= 0;
    }
}
