package se.tidig.register.web;

/**
 * A view of the register that is one press away.
 *
 * @param key of its name; null if it has a name of its own
 * @param name null if it has a key
 * @param query its parameters
 * @param count at most {@link #MOST}; more is not counted
 * @param current whether the page shows it
 * @param saved id of the saved view if the person may remove it, or else null
 */
record ViewTab(String key, String name, String query, int count, boolean current, Long saved) {

    static final int MOST = 1000;

    public boolean isMore() {
        return count > MOST;
    }
}
