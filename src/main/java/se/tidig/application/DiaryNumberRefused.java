package se.tidig.application;

import se.tidig.form.Rejected;

/** A diary number that cannot be given to an application; nothing has been changed. */
public class DiaryNumberRefused extends Rejected {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with it. */
    public enum Why {
        /** The application does not yet have a number to replace. */
        NOT_REGISTERED("Ansökan är inte diarieförd än. Vänta tills Tidig har diariefört den."),
        /** Empty, too long, or with characters other than letters, digits and the usual signs between them. */
        MALFORMED(
                "Ange diarienumret med högst 40 bokstäver, siffror, bindestreck, punkter, kolon, snedstreck och blanksteg."),
        /** The application already has that number. */
        UNCHANGED("Ansökan har redan det diarienumret."),
        /** Another application of the board has it. */
        TAKEN("Ett annat ärende hos länsstyrelsen har det diarienumret. Kontrollera numret.");

        private final String swedish;

        Why(String swedish) {
            this.swedish = swedish;
        }
    }

    DiaryNumberRefused(Why why) {
        super("", why.swedish);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
