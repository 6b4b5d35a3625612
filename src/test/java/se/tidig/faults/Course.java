package se.tidig.faults;

/** The course of an application's life; the acts of the applicant, the officers and the bank follow from it. */
enum Course {
    /** Granted, confirmed, paid, reported, closed. */
    GRANTED,
    /** The same, with a payment that the bank rejects and the paying board corrects. */
    REJECTED_BY_BANK,
    /** Granted after documents that were missing have come. */
    COMPLETED,
    WITHDRAWN,
    /** Below the lowest score, twice assessed. */
    REFUSED;

    private static final Course[] TEN = {
        GRANTED, REJECTED_BY_BANK, COMPLETED, GRANTED, WITHDRAWN, REFUSED, GRANTED, GRANTED, COMPLETED, GRANTED
    };

    static Course of(int index) {
        return TEN[index % TEN.length];
    }

    boolean isGranted() {
        return this != WITHDRAWN && this != REFUSED;
    }
}
