package se.tidig.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * A case as the register shows it.
 *
 * @param call the call that it belongs to; of a call, its own reference
 * @param applicant empty for a call
 * @param requested what was applied for; of a call, its frame
 * @param granted null if nothing is granted
 * @param paid null if nothing is granted
 * @param score null if it is not assessed
 * @param status of the application or the call, in Swedish
 * @param decision in Swedish; null if there is none
 * @param officer who has taken the case; null if nobody has
 * @param officerName empty if nobody has
 * @param stage in Swedish; null if the case is at none or has ended
 * @param due the first last day of those on whom the case waits; null if there is none
 */
public record CaseLine(
        Reference reference,
        Reference call,
        CaseKind kind,
        String title,
        String applicant,
        String organisationNumber,
        String diaryNumber,
        Sek requested,
        Sek granted,
        Sek paid,
        BigDecimal score,
        Instant receivedAt,
        String status,
        String decision,
        Actor officer,
        String officerName,
        String stage,
        Turn turn,
        LocalDate due,
        List<Wait> waits) {

    /** Who has to act: the order of the register. */
    public enum Turn {
        /** Staff have something to do. */
        OURS,
        /** The case waits for the party or for a time. */
        OTHERS,
        ENDED
    }

    /** Whether it is a call, and no case of one. */
    public boolean isOfKindCall() {
        return kind == CaseKind.CALL;
    }

    /** Whether staff should have acted before the day. Only the authority's own time can be late. */
    public boolean isLate(LocalDate today) {
        return turn == Turn.OURS && due != null && due.isBefore(today);
    }

    /** Whether the party has the turn, alone or beside staff. */
    public boolean waitsForParty() {
        return waits.stream().anyMatch(Wait::isParty);
    }
}
