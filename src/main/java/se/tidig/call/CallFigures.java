package se.tidig.call;

import java.util.List;
import se.tidig.Reference;
import se.tidig.Sek;

/** The numbers of a call's outcome that a stage knows; each later stage implements it for its own part. */
public interface CallFigures {

    List<Figure> of(Reference call);

    /**
     * One number with its sum.
     *
     * @param count of applications, grants, payments, reports or persons
     * @param amount SEK; null if persons are counted
     */
    record Figure(Stage stage, long count, Sek amount) {}

    /** What is counted, in the order in which it happens. */
    enum Stage {
        APPLIED("Inkomna ansökningar, sökt belopp"),
        WITHDRAWN("Återkallade ansökningar, sökt belopp"),
        PRIORITISED("Prioriterade för bidrag, föreslaget belopp"),
        GRANTED("Beviljade ansökningar, beviljat belopp"),
        REFUSED("Avslagna och avvisade ansökningar, sökt belopp"),
        PAID("Utbetalningar, utbetalt belopp"),
        REPORTED("Godkända slutredovisningar, använt belopp"),
        WOMEN("Kvinnor som har deltagit, enligt slutredovisningarna"),
        MEN("Män som har deltagit, enligt slutredovisningarna"),
        RECLAIMED("Återkrav, återkrävt belopp");

        private final String swedishName;

        Stage(String swedishName) {
            this.swedishName = swedishName;
        }

        public String swedishName() {
            return swedishName;
        }
    }
}
