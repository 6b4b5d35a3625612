package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * A document that did not come through the portal, as a registrar entered it.
 *
 * @param number running number among all documents; null until it is entered
 * @param reference the application's, also for documents of its grant
 * @param text its content; null if the applicant's own form is filled in next
 * @param receivedOn the day of receipt by 22 § FL
 * @param lateReason why a person judges that it came too late, although it came on the weekday after a free last day;
 *     null if nobody does
 * @param registrar user id
 */
public record IncomingDocument(
        Long number,
        Reference reference,
        Kind kind,
        String text,
        LocalDate receivedOn,
        String lateReason,
        Actor registrar) {

    /** When it counts as having come in. */
    public Instant receivedAt() {
        return DayOfReceipt.noon(receivedOn);
    }

    /**
     * A document that a registrar is entering. A listener that knows that the case cannot take it refuses it by
     * {@code Rejected}.
     */
    public record Entering(IncomingDocument document) {}

    /** The kinds of documents; the form's values. */
    public enum Kind {
        WITHDRAWAL("withdrawal"),
        SUPPLEMENT("supplement"),
        CHANGE("change"),
        CHANGE_REQUEST("changeRequest"),
        DECISION_DEMAND("decisionDemand"),
        COMPLETION("completion"),
        HEARING_REPLY("hearingReply"),
        GRANT_CONFIRMATION("grantConfirmation"),
        MORE_TIME("moreTime"),
        APPEAL("appeal"),
        REPORT("report"),
        REPORT_COMPLETION("reportCompletion");

        private final String value;

        Kind(String value) {
            this.value = value;
        }

        /** As the form and the process write it. */
        public String value() {
            return value;
        }

        public static Optional<Kind> of(String value) {
            return Arrays.stream(values())
                    .filter(kind -> kind.value.equals(value))
                    .findFirst();
        }
    }
}
