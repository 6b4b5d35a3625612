package se.tidig.faults;

/** How an application's life goes; what the applicant, the officers and the bank do follows from it. */
enum Course {
    /** Granted, confirmed, paid, reported, closed. */
    GRANTED,
    /** The same, with a payment that the bank rejects and the paying board mends. */
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
