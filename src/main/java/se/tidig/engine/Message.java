package se.tidig.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    public static final String CASE_DOCUMENT_RECEIVED = "case.documentReceived";
    public static final String CONFLICT_QUESTIONED = "conflict.questioned";
    public static final String GRANT_CONFIRMED = "grant.confirmed";
    public static final String GRANT_CHANGE_REQUESTED = "grant.changeRequested";
    public static final String GRANT_CHANGE_NOTIFIED = "grant.changeNotified";
    public static final String GRANT_SUPPLEMENTED = "grant.supplemented";
    public static final String PARTY_MORE_TIME_REQUESTED = "party.moreTimeRequested";
    public static final String PAYMENT_OBSTACLE_REPLIED = "payment.obstacleReplied";
    public static final String PAYMENT_ORDERED = "payment.ordered";
    public static final String PAYMENT_SETTLED = "payment.settled";
    public static final String PAYMENT_REJECTED = "payment.rejected";
    public static final String PAYMENT_RETURNED = "payment.returned";
    public static final String PAYMENT_FINISHED = "payment.finished";
    public static final String REPORT_SUBMITTED = "report.submitted";
    public static final String REPORT_COMPLETED = "report.completed";
    public static final String RULES_REVIEW_WANTED = "rules.reviewWanted";
    public static final String SENDER_CONFIRMED = "sender.confirmed";

    private static final Map<String, Set<String>> CASE =
            Map.of(Variable.REFERENCE, Set.of(), Variable.BOARD, Set.of(), Variable.CALL, Set.of());
    private static final Map<String, Set<String>> ORDER =
            Map.of(Variable.REFERENCE, Set.of(), Variable.BOARD, Set.of(), Variable.ORDER, Set.of());

    /** The process variables of the messages that carry any; a message that only wakes a process carries none. */
    private static final Map<String, Map<String, Set<String>>> CARRIED = Map.of(
            APPLICATION_SUBMITTED,
            CASE,
            APPLICATION_GRANTED,
            CASE,
            CASE_DOCUMENT_RECEIVED,
            Map.of(Variable.REFERENCE, Set.of(), Variable.BOARD, Set.of(), "documentNumber", Set.of()),
            CONFLICT_QUESTIONED,
            Map.of(Variable.REFERENCE, Set.of(), Variable.BOARD, Set.of()),
            CALL_CLOSING_MOVED,
            Map.of("closesAt", Set.of()),
            PAYMENT_ORDERED,
            ORDER,
            PAYMENT_RETURNED,
            ORDER,
            PAYMENT_FINISHED,
            Map.of("paymentResult", Set.of("SETTLED", "CANCELLED")));

    /** The stage of the case when the message starts a process; other messages start processes without a case. */
    private static final Map<String, CaseStage> STAGES = Map.of(
            APPLICATION_SUBMITTED, CaseStage.RECEIVED,
            CONFLICT_QUESTIONED, CaseStage.RECEIVED,
            CASE_DOCUMENT_RECEIVED, CaseStage.RECEIVED,
            APPLICATION_GRANTED, CaseStage.DECIDED,
            PAYMENT_ORDERED, CaseStage.DECIDED,
            PAYMENT_RETURNED, CaseStage.DECIDED);

    /** The stage of the case, by the message that starts a process for it. */
    public static Map<String, CaseStage> stages() {
        return STAGES;
    }

    /**
     * All messages by name, each with the process variables that it carries and their only possible values (an empty
     * set if any value is possible).
     */
    public static Map<String, Map<String, Set<String>>> variables() {
        var all = new HashMap<String, Map<String, Set<String>>>();
        Stream.of(
                        APPLICATION_SUBMITTED,
                        APPLICATION_WITHDRAWN,
                        APPLICATION_CHANGE_NOTIFIED,
                        APPLICATION_SUPPLEMENTED,
                        APPLICATION_DECISION_DEMANDED,
                        APPLICATION_COMPLETED,
                        APPLICATION_PRIORITISED,
                        APPLICATION_DECIDED,
                        APPLICATION_REPLIED,
                        APPLICATION_GRANTED,
                        CALL_CLOSING_MOVED,
                        CALL_ALL_ASSESSED,
                        CALL_ALL_DECIDED,
                        CALL_ALL_CLOSED,
                        CASE_DOCUMENT_RECEIVED,
                        CONFLICT_QUESTIONED,
                        GRANT_CONFIRMED,
                        GRANT_CHANGE_REQUESTED,
                        GRANT_CHANGE_NOTIFIED,
                        GRANT_SUPPLEMENTED,
                        PARTY_MORE_TIME_REQUESTED,
                        PAYMENT_OBSTACLE_REPLIED,
                        PAYMENT_ORDERED,
                        PAYMENT_SETTLED,
                        PAYMENT_REJECTED,
                        PAYMENT_RETURNED,
                        PAYMENT_FINISHED,
                        REPORT_SUBMITTED,
                        REPORT_COMPLETED,
                        RULES_REVIEW_WANTED,
                        SENDER_CONFIRMED)
                .forEach(name -> all.put(name, CARRIED.getOrDefault(name, Map.of())));
        return all;
    }

    /** The messages that start a process; all others wake a process that waits. */
    public static Set<String> beginning() {
        return new TreeSet<>(Set.of(
                APPLICATION_SUBMITTED,
                APPLICATION_GRANTED,
                CASE_DOCUMENT_RECEIVED,
                CONFLICT_QUESTIONED,
                PAYMENT_ORDERED,
                PAYMENT_RETURNED,
                RULES_REVIEW_WANTED));
    }

    private Message() {}
}
