package se.tidig.engine;

/** The names of the messages that start or wake processes. The correlation key is always the business key. */
public final class Message {

    public static final String APPLICATION_SUBMITTED = "application.submitted";
    public static final String APPLICATION_WITHDRAWN = "application.withdrawn";
    public static final String APPLICATION_CHANGE_NOTIFIED = "application.changeNotified";
    public static final String APPLICATION_SUPPLEMENTED = "application.supplemented";
    public static final String APPLICATION_DECISION_DEMANDED = "application.decisionDemanded";
    public static final String APPLICATION_COMPLETED = "application.completed";
    public static final String APPLICATION_PRIORITISED = "application.prioritised";
    public static final String APPLICATION_DECIDED = "application.decided";
    public static final String APPLICATION_REPLIED = "application.replied";
    public static final String APPLICATION_GRANTED = "application.granted";
    public static final String CALL_CLOSING_MOVED = "call.closingMoved";
    public static final String CALL_ALL_ASSESSED = "call.allAssessed";
    public static final String CALL_ALL_DECIDED = "call.allDecided";
    public static final String CALL_ALL_CLOSED = "call.allClosed";
    public static final String GRANT_CONFIRMED = "grant.confirmed";
    public static final String GRANT_CHANGE_REQUESTED = "grant.changeRequested";
    public static final String GRANT_CHANGE_NOTIFIED = "grant.changeNotified";
    public static final String PAYMENT_ORDERED = "payment.ordered";
    public static final String PAYMENT_SETTLED = "payment.settled";
    public static final String PAYMENT_REJECTED = "payment.rejected";
    public static final String PAYMENT_FINISHED = "payment.finished";
    public static final String REPORT_SUBMITTED = "report.submitted";

    private Message() {}
}
