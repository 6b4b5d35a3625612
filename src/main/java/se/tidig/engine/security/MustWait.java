package se.tidig.engine.security;

import org.springframework.security.authentication.LockedException;

/** The password was not checked, because there were too many wrong ones. */
class MustWait extends LockedException {

    private final long minutes;

    MustWait(long minutes) {
        super("För många misslyckade försök. Vänta " + (minutes == 1 ? "en minut" : minutes + " minuter")
                + " och försök sedan igen.");
        this.minutes = minutes;
    }

    /** How long to wait before the next attempt. */
    long minutes() {
        return minutes;
    }
}
