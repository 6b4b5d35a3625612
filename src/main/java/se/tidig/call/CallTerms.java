package se.tidig.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.relational.core.mapping.MappedCollection;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;

/**
 * What a call offers and on which terms, as its author writes it.
 *
 * @param title for applicants
 * @param description what can be funded and who may apply
 * @param opensAt the first instant to apply
 * @param closesAt the last instant to apply; an application at this instant is in time (10 § of ordinance 2016:1364)
 * @param frame SEK that the call may grant in all
 * @param maxPerApplication SEK that one application may be granted; null for no limit but the frame
 * @param maxMonths calendar months that an activity may last; null for no limit
 * @param earmarks parts of the frame kept for areas of activity
 * @param excludedCategories categories of cost that are not funded, as applications name them
 * @param guidance the guidance document in force, with its date
 * @param decisionBy the day by which decisions are announced to be made
 * @param interimReportDue null if no interim report is required
 * @param finalReportDue last day to report (14 §)
 * @param payingBoard county letter of the board that pays
 * @param contact the person that applicants may ask
 */
public record CallTerms(
        String title,
        String description,
        Instant opensAt,
        Instant closesAt,
        Sek frame,
        Sek maxPerApplication,
        Integer maxMonths,
        @MappedCollection(idColumn = "call", keyColumn = "position") List<Earmark> earmarks,
        List<String> excludedCategories,
        String guidance,
        LocalDate decisionBy,
        LocalDate interimReportDue,
        LocalDate finalReportDue,
        String payingBoard,
        String contact) {

    public CallTerms {
        earmarks = List.copyOf(earmarks);
        excludedCategories = List.copyOf(excludedCategories);
    }

    /** The same terms with another closing. */
    private CallTerms closingAt(Instant instant) {
        return new CallTerms(
                title,
                description,
                opensAt,
                instant,
                frame,
                maxPerApplication,
                maxMonths,
                earmarks,
                excludedCategories,
                guidance,
                decisionBy,
                interimReportDue,
                finalReportDue,
                payingBoard,
                contact);
    }

    /** @throws Rejected by form key, if the terms contradict themselves or a day in them has passed */
    void check(Instant now) {
        var wrong = new LinkedHashMap<String, String>();
        var closingDay = SwedishDate.on(closesAt);
        if (!closesAt.isAfter(opensAt)) {
            wrong.put(
                    "closesOn",
                    "Utlysningen måste stänga efter att den har öppnat. Ange en senare sista ansökningsdag.");
        } else if (!closesAt.isAfter(now)) {
            wrong.put("closesOn", "Sista ansökningsdag har redan passerat. Ange en dag som är senare än i dag.");
        }
        if (decisionBy.isBefore(closingDay)) {
            wrong.put("decisionBy", "Beslut kan inte väntas före sista ansökningsdag. Ange en senare dag.");
        }
        if (!finalReportDue.isAfter(decisionBy)) {
            wrong.put(
                    "finalReportDue",
                    "Slutredovisningen måste lämnas efter den dag då beslut väntas. Ange en senare dag.");
        }
        if (interimReportDue != null
                && !(interimReportDue.isAfter(decisionBy) && interimReportDue.isBefore(finalReportDue))) {
            wrong.put(
                    "interimReportDue",
                    "Delredovisningen måste ligga mellan den dag då beslut väntas och dagen för slutredovisning.");
        }
        checkMoney(wrong);
        if (!wrong.isEmpty()) {
            throw new Rejected(wrong);
        }
    }

    /**
     * The same terms with another closing, checked like any others.
     *
     * @throws Rejected by the key {@code closesOn}, if the terms with that closing contradict themselves
     */
    CallTerms movedTo(Instant instant, Instant now) {
        if (!instant.isAfter(now)) {
            throw new Rejected("closesOn", "Den nya tiden har redan passerat. Ange en tid framåt.");
        }
        if (SwedishDate.on(instant).isAfter(decisionBy)) {
            throw new Rejected(
                    "closesOn",
                    "Beslut väntas senast den %s. Sista ansökningsdag kan inte vara senare än så."
                            .formatted(SwedishDate.text(decisionBy)));
        }
        var moved = closingAt(instant);
        try {
            moved.check(now);
        } catch (Rejected e) {
            throw new Rejected("closesOn", e.getMessage());
        }
        return moved;
    }

    private void checkMoney(Map<String, String> wrong) {
        if (!frame.isPositive()) {
            wrong.put("frame", "Ange hur mycket utlysningen får fördela, mer än 0 kr.");
        }
        if (maxPerApplication != null && maxPerApplication.compareTo(frame) > 0) {
            wrong.put("maxPerApplication", "Högsta belopp per ansökan kan inte vara större än ramen, " + frame + ".");
        }
        var earmarked = earmarks.stream().map(Earmark::amount).reduce(Sek.ZERO, Sek::plus);
        var areas = new HashSet<String>();
        if (earmarked.compareTo(frame) > 0) {
            wrong.put(
                    "earmarks",
                    "Öronmärkningarna är tillsammans " + earmarked + " och ryms inte i ramen, " + frame + ".");
        } else if (earmarks.stream().anyMatch(earmark -> !areas.add(earmark.focusArea()))) {
            wrong.put("earmarks", "Samma område är öronmärkt två gånger. Slå ihop raderna.");
        }
    }
}
