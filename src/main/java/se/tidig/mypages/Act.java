package se.tidig.mypages;

import java.util.Arrays;
import java.util.Optional;
import se.tidig.form.FormAnswer;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Right;

/**
 * What a party can send in from the page of a case. Each goes the same way as the paper of its kind: the form, and the
 * step of the process {@code incoming-document} at which staff would enter it. An act that binds the organisation needs
 * the right to submit.
 */
public enum Act {
    COMPLETION("komplettering", "completion-reply", "userTask_registerCompletion", "completion", Right.WRITE),
    HEARING("yttrande", "hearing-reply", "userTask_registerReply", "hearingReply", Right.WRITE),
    GRANT_CONFIRMATION(
            "bekraftelse", "grant-confirmation", "userTask_registerConfirmation", "grantConfirmation", Right.SUBMIT),
    REPORT("redovisning", "report", "userTask_registerReport", "report", Right.SUBMIT),
    MORE_TIME("mer-tid", Act.DOCUMENT, "serviceTask_registerMoreTime", "moreTime", Right.WRITE),
    SUPPLEMENT("handling", Act.DOCUMENT, "serviceTask_registerSupplement", "supplement", Right.WRITE),
    CHANGE("andrade-forhallanden", Act.DOCUMENT, "serviceTask_registerChange", "change", Right.WRITE),
    CHANGE_REQUEST("andringsbegaran", Act.DOCUMENT, "serviceTask_registerChangeRequest", "changeRequest", Right.SUBMIT),
    DECISION_DEMAND(
            "begaran-om-avgorande", Act.DOCUMENT, "serviceTask_registerDecisionDemand", "decisionDemand", Right.SUBMIT),
    SENDER_CONFIRMATION(
            "bekrafta-handling", Act.DOCUMENT, "serviceTask_registerSupplement", "senderConfirmation", Right.SUBMIT),
    ACCOUNT("konto", Act.DOCUMENT, "serviceTask_registerChangeRequest", "account", Right.SUBMIT),
    APPEAL("overklagande", Act.DOCUMENT, "serviceTask_registerSupplement", "appeal", Right.SUBMIT),
    WITHDRAWAL("aterkallelse", Act.DOCUMENT, "serviceTask_registerWithdrawal", "withdrawal", Right.SUBMIT);

    /** The form for what has none of its own. */
    public static final String DOCUMENT = "party-document";

    private final String path;
    private final String form;
    private final String element;
    private final String kind;
    private final Right right;

    Act(String path, String form, String element, String kind, Right right) {
        this.path = path;
        this.form = form;
        this.element = element;
        this.kind = kind;
        this.right = right;
    }

    public static Optional<Act> at(String path) {
        return Arrays.stream(values()).filter(act -> act.path.equals(path)).findFirst();
    }

    /** The last part of the page's address. */
    public String path() {
        return path;
    }

    /** The form's id. */
    public String form() {
        return form;
    }

    /** The element at which the paper of the kind is entered. */
    String element() {
        return element;
    }

    /** As the process {@code incoming-document} names the kind, or the form for what comes only here. */
    String kind() {
        return kind;
    }

    /** What the journal of the case calls it. */
    EventKind event() {
        return switch (this) {
            case COMPLETION -> EventKind.COMPLETION;
            case HEARING -> EventKind.REPLY;
            case GRANT_CONFIRMATION -> EventKind.GRANT;
            case REPORT -> EventKind.REPORT;
            case MORE_TIME -> EventKind.MORE_TIME;
            case CHANGE, CHANGE_REQUEST, ACCOUNT -> EventKind.CHANGE;
            case DECISION_DEMAND -> EventKind.DECISION_DEMAND;
            case APPEAL -> EventKind.APPEAL;
            case WITHDRAWAL -> EventKind.WITHDRAWAL;
            case SUPPLEMENT, SENDER_CONFIRMATION -> EventKind.SUPPLEMENT;
        };
    }

    /** The same as a word. */
    public String eventName() {
        return event().name();
    }

    /** Whether the answers are what is sent in by this act, in the portal or on paper. */
    boolean isAnsweredBy(FormAnswer answer) {
        return form.equals(answer.form())
                && (!form.equals(DOCUMENT) || answer.answers().has(question()));
    }

    private String question() {
        return switch (this) {
            case SENDER_CONFIRMATION -> "senderConfirmedBy";
            case ACCOUNT -> "accountNumber";
            default -> kind;
        };
    }

    /** The right that a person needs. */
    public Right right() {
        return right;
    }
}
