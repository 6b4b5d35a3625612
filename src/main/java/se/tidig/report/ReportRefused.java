package se.tidig.report;

/** An act that the report's state does not allow; the Swedish message says why and what to do. */
public class ReportRefused extends RuntimeException {

    public ReportRefused(String message) {
        super(message);
    }
}
