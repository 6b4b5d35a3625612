package se.tidig.grant;

import se.tidig.form.Rejected;

/** An act that the grant's state or the limits of the law do not allow. The Swedish message says why and what to do. */
public class GrantRefused extends Rejected {

    public GrantRefused(String message) {
        super("", message);
    }
}
