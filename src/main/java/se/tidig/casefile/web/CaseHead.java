package se.tidig.casefile.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import se.tidig.SwedishDate;
import se.tidig.register.CaseLine;
import se.tidig.register.Wait;

/**
 * The head of a case's page: whose the case is, and what waits for whom.
 *
 * @param turns what the case waits for, the reader's own first
 */
record CaseHead(CaseLine line, List<Turn> turns) {

    /**
     * Something that the case waits for.
     *
     * @param own whether it is the reader's turn
     * @param late days since the last day, if it is staff's own and has passed; 0 if it has not
     */
    record Turn(Wait what, boolean own, long late) {}

    static CaseHead of(CaseLine line, String person, LocalDate today) {
        return new CaseHead(
                line,
                line.waits().stream()
                        .map(wait -> new Turn(wait, wait.isHeldBy(person), late(wait, today)))
                        .sorted(Comparator.comparing(Turn::own).reversed())
                        .toList());
    }

    private static long late(Wait wait, LocalDate today) {
        return wait.isParty() || wait.due() == null || !wait.due().isBefore(today)
                ? 0
                : -SwedishDate.daysLeft(today, wait.due());
    }
}
