package se.tidig.mypages;

import java.time.LocalDate;
import se.tidig.Reference;
import se.tidig.SwedishDate;

/**
 * Something that a party must do in a case.
 *
 * @param kind what it is; the word for it stands in the message files
 * @param dueOn the last day; null if there is none
 * @param path of the page on which it is done
 */
public record Duty(Kind kind, Reference reference, LocalDate dueOn, String path) {

    /** What a party may have to do. */
    public enum Kind {
        COMPLETION(Act.COMPLETION),
        HEARING(Act.HEARING),
        GRANT_CONFIRMATION(Act.GRANT_CONFIRMATION),
        SENDER_CONFIRMATION(Act.SENDER_CONFIRMATION),
        ACCOUNT(Act.ACCOUNT),
        INTERIM_REPORT(Act.REPORT),
        FINAL_REPORT(Act.REPORT),
        REPORT_COMPLETION(Act.REPORT);

        private final Act act;

        Kind(Act act) {
            this.act = act;
        }
    }

    static Duty of(Kind kind, Reference reference, LocalDate dueOn) {
        return new Duty(kind, reference, dueOn, "/mina-sidor/" + reference + "/" + kind.act.path());
    }

    /** What the party sends in to do it. */
    public Act act() {
        return kind.act;
    }

    /** How many days are left; negative if the last day has passed, 0 if there is no last day. */
    public long daysLeft(LocalDate today) {
        return dueOn == null ? 0 : SwedishDate.daysLeft(today, dueOn);
    }
}
