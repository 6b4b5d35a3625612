package se.tidig.organisation;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A mail about an account or an organisation that waits to be sent.
 *
 * @param id the same for every attempt to send the mail
 * @param names the values for the placeholders in the mail's text, in the order that {@link Kind} gives
 * @param attempts made before this one
 */
public record AccountMail(
        UUID id,
        Kind kind,
        String recipient,
        Locale language,
        UUID opening,
        UUID person,
        List<String> names,
        int attempts) {

    /** What a mail says. Its words are {@code account.mail.} and the kind in the message files. */
    public enum Kind {
        /** The link that confirms a new account. */
        CONFIRM,
        /** Somebody asked for an account with an address that has one. */
        EXISTS,
        /** The link to choose a new password. */
        RESET,
        /** The password was changed. */
        CHANGED,
        /** An invitation. Names: organisation, who invites. */
        INVITED,
        /** An invitation to one draft. Names: organisation, who invites, the draft's id. */
        DRAFT_INVITED,
        /** An application waits for the person's signature. Names: organisation, who has submitted it, the draft's id. */
        SECOND_SIGNATURE,
        /** Somebody asks to act for the organisation. Names: organisation, who asks. */
        ASKED,
        /** The request was granted. Names: organisation. */
        ADMITTED,
        /** The request was declined. Names: organisation. */
        REFUSED
    }

    /** The words' key in the message files. */
    public String key() {
        return "account.mail." + kind.name().toLowerCase(Locale.ROOT);
    }
}
