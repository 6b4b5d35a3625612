package se.tidig.eligibility;

/** A fact is absent, of the wrong type or out of bounds, so the application cannot be checked; the message is Swedish. */
public class FactError extends RuntimeException {

    /**
     * @param fact the path to the fact, for instance {@code partners[1].type} (the first is 1)
     * @param wrong what is wrong, as the rest of a sentence that starts with the fact
     * @param expected what it should have been
     */
    FactError(String caseId, String fact, String wrong, String expected) {
        super("Ärendet " + caseId + ": uppgiften " + fact + " " + wrong + ". Det ska vara " + expected + ".");
    }
}
