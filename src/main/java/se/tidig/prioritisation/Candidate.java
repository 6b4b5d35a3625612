package se.tidig.prioritisation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;

/**
 * The facts of an application for the prioritisation.
 *
 * @param assessed false for an application that the others no longer wait for
 * @param score 0–100; null if not assessed
 * @param grounds paragraphs that exclude a grant whatever the frame; empty if it can be granted
 */
record Candidate(
        Reference reference,
        Instant receivedAt,
        boolean assessed,
        BigDecimal score,
        List<String> grounds,
        Sek requested,
        Sek maxGrant,
        List<String> focusAreas) {

    /** The highest score first; of equal scores the one received on an earlier day, then the lower reference. */
    static final Comparator<Candidate> BY_SCORE = Comparator.comparing(Candidate::score, Comparator.reverseOrder())
            .thenComparing(Candidate::receivedOn)
            .thenComparing(Candidate::reference, referenceOrder());

    private LocalDate receivedOn() {
        return SwedishDate.on(receivedAt);
    }

    /** By running number: K-2026-2-999 comes before K-2026-2-1000. */
    static Comparator<Reference> referenceOrder() {
        return Comparator.<Reference>comparingInt(reference -> reference.value().length())
                .thenComparing(Comparator.naturalOrder());
    }
}
