package se.tidig.application;

import java.time.LocalDate;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;
import se.tidig.timelimit.PeriodEnd;

/**
 * A paper that comes on the weekday after a free last day is in time, also if the board set the day itself and 2 §
 * lagen (1930:173) does not require it. A person may judge otherwise, with a reason. On any other day there is
 * nothing to judge.
 */
public final class JudgedLate {

    /** The form's key. */
    public static final String KEY = "judgedLate";

    private JudgedLate() {}

    /**
     * Refuses to judge a paper late that is in time or late by its day alone.
     *
     * @param counted the last day as the party was told
     * @throws Rejected by the key {@code judgedLate}
     */
    public static void check(LocalDate counted, LocalDate receivedOn) {
        var end = PeriodEnd.on(counted);
        if (!receivedOn.isAfter(counted)) {
            throw new Rejected(
                    KEY,
                    "Handlingen kom in i tid: sista dag var %s. Avmarkera rutan.".formatted(SwedishDate.text(counted)));
        }
        if (receivedOn.isAfter(end.last())) {
            throw new Rejected(
                    KEY,
                    "Handlingen kom in efter %s och är redan för sent inkommen. Avmarkera rutan."
                            .formatted(SwedishDate.text(end.last())));
        }
    }

    /** The judgement as the journal stores it. */
    static String note(LocalDate counted, LocalDate receivedOn, String reason) {
        return "Handlingen kom in %s, efter sista dagen %s, och bedöms ha kommit in för sent. %s"
                .formatted(SwedishDate.text(receivedOn), SwedishDate.text(counted), reason);
    }
}
