package se.tidig.application.draft;

import se.tidig.form.Rejected;

/** The person acts for the organisation, without the right to do this. */
public class MayOnlyRead extends Rejected {

    MayOnlyRead() {
        super("", "Du har inte rätt att göra det för organisationen. Be en kollega som skickar in att ge dig rätten.");
    }
}
