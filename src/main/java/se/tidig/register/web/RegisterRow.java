package se.tidig.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.tidig.SwedishDate;
import se.tidig.register.CaseLine;
import se.tidig.register.Wait;

/**
 * A case as a row of the list.
 *
 * @param step what is to be done, or else the stage, or how the case ended; in Swedish
 * @param waiters on whom the case waits, each once
 * @param time null if there is no last day
 * @param section key of the heading that the row stands under, if the list is in its usual order
 * @param excerpt where the words that were searched for stand; empty if nothing is shown
 */
record RegisterRow(CaseLine line, String step, List<Waiter> waiters, Time time, String section, List<Piece> excerpt) {

    private static final int SOON = 7;

    /**
     * On whom a case waits.
     *
     * @param kind {@code you}, {@code person}, {@code free}, or {@code applicant} and {@code recipient}
     * @param name of the person, or of the groups; null if the kind says all
     */
    record Waiter(String kind, String name) {}

    /** A piece of an excerpt; marked if it is a word that was searched for. */
    record Piece(String text, boolean marked) {}

    static RegisterRow of(CaseLine line, String person, LocalDate today, List<Piece> excerpt) {
        return new RegisterRow(
                line, step(line), waiters(line, person), Time.of(line, today), section(line, today), excerpt);
    }

    private static String step(CaseLine line) {
        var tasks = line.waits().stream()
                .filter(wait -> !wait.isParty())
                .map(Wait::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!tasks.isEmpty()) {
            return tasks;
        }
        if (line.turn() == CaseLine.Turn.ENDED && line.decision() != null && line.granted() == null) {
            return line.decision();
        }
        return line.stage() != null ? line.stage() : line.status();
    }

    private static List<Waiter> waiters(CaseLine line, String person) {
        var waiters = new ArrayList<Waiter>();
        for (var wait : line.waits()) {
            if (wait.isParty()) {
                waiters.add(new Waiter(line.granted() == null ? "applicant" : "recipient", null));
            } else if (wait.isHeldBy(person)) {
                waiters.add(0, new Waiter("you", null));
            } else if (wait.holder() != null) {
                waiters.add(new Waiter("person", wait.holderName()));
            } else {
                waiters.add(new Waiter("free", String.join(", ", wait.groupNames())));
            }
        }
        return waiters.stream().distinct().toList();
    }

    private static String section(CaseLine line, LocalDate today) {
        return switch (line.turn()) {
            case ENDED -> "ended";
            case OTHERS -> line.waitsForParty() ? "party" : "others";
            case OURS -> {
                if (line.due() == null) {
                    yield "undated";
                }
                yield line.isLate(today) ? "late" : line.due().isAfter(today.plusDays(SOON)) ? "later" : "soon";
            }
        };
    }

    /** The day on which it came in, as tables have it; empty for a call. */
    public String received() {
        return line.isOfKindCall() ? "" : SwedishDate.on(line.receivedAt()).toString();
    }
}
