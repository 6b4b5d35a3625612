package se.tidig.report;

import se.tidig.form.Rejected;

/** An act that the report's state does not allow; the Swedish message says why and what to do. */
public class ReportRefused extends Rejected {

    public ReportRefused(String message) {
        super("", message);
    }
}
