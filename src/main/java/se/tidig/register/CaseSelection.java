package se.tidig.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * Which cases a list shows; null for what is not selected by.
 *
 * @param words that a case contains
 * @param call that it belongs to
 * @param stage its name
 * @param waiting {@code mig}, {@code grupp}, {@code lediga}, {@code sokanden}, or the id of a group
 * @param officer who has taken the case
 * @param board county letter
 * @param from first day on which it came in
 * @param to last day on which it came in
 * @param least amount applied for, SEK
 * @param most amount applied for, SEK
 * @param late whether only cases that are late are shown
 * @param ended whether only cases that have ended are shown
 * @param untaken whether only cases that no officer has taken are shown
 */
public record CaseSelection(
        String words,
        Reference call,
        CaseKind kind,
        String stage,
        String waiting,
        Actor officer,
        String board,
        LocalDate from,
        LocalDate to,
        BigDecimal least,
        BigDecimal most,
        boolean late,
        boolean ended,
        boolean untaken) {

    /** Waits for the person who looks. */
    public static final String ME = "mig";

    /** Waits for a group of the person's. */
    public static final String MY_GROUPS = "grupp";

    /** Waits for somebody in the person's groups to take it. */
    public static final String FREE = "lediga";

    /** Waits for the applicant or the recipient. */
    public static final String PARTY = "sokanden";

    public static final CaseSelection ALL =
            new CaseSelection(null, null, null, null, null, null, null, null, null, null, null, false, false, false);

    public static CaseSelection waitingFor(String whom) {
        return new CaseSelection(null, null, null, null, whom, null, null, null, null, null, null, false, false, false);
    }

    public static CaseSelection lateOnes() {
        return new CaseSelection(null, null, null, null, null, null, null, null, null, null, null, true, false, false);
    }

    public static CaseSelection takenBy(Actor officer) {
        return new CaseSelection(
                null, null, null, null, null, officer, null, null, null, null, null, false, false, false);
    }

    public static CaseSelection ofCall(Reference call) {
        return new CaseSelection(null, call, null, null, null, null, null, null, null, null, null, false, false, false);
    }
}
