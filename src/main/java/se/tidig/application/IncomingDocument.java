package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A document that came in otherwise than by the portal, as a registrar entered it.
 *
 * @param number running number among all documents; null until it is entered
 * @param reference the application's, also for what belongs to its grant
 * @param text what it says; null where the applicant's own form is filled in next
 * @param receivedOn the day of receipt by 22 § FL
 * @param lateReason why a person judges that it came too late, though it came on the weekday after a free last day; null
 *     if nobody does
 * @param registrar user id
 */
public record IncomingDocument(
        Long number,
        String reference,
        Kind kind,
        String text,
        LocalDate receivedOn,
        String lateReason,
        String registrar) {

    /** When it counts as having come in. */
    public Instant receivedAt() {
        return DayOfReceipt.noon(receivedOn);
    }

    /** A document that a registrar is entering; who knows that its case cannot take it refuses it as {@code Rejected}. */
    public record Entering(IncomingDocument document) {}

    /** What kind of document it is; the form's values. */
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
