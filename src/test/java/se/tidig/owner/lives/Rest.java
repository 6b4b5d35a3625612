package se.tidig.owner.lives;

/**
 * Where a case came to rest.
 *
 * @param outcome what it came to, if all its processes have ended; otherwise null
 * @param reason why it got no further; null if all have ended
 */
record Rest(String outcome, String reason) {

    static Rest ended(String outcome) {
        return new Rest(outcome, null);
    }

    static Rest stopped(String reason) {
        return new Rest(null, reason);
    }

    @Override
    public String toString() {
        return reason == null ? outcome : reason;
    }
}
