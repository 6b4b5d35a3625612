package se.tidig.engine;

import java.nio.charset.StandardCharsets;

/**
 * A new password: long enough, hard enough to guess, and not longer than the hash reads.
 *
 * @param account user name or e-mail address, which the password must not contain
 * @param current the password that it replaces; null if there is none
 * @param again the password a second time; the same as {@code chosen} if it is asked for once
 */
public record NewPassword(String account, String current, String chosen, String again) {

    private static final int SHORTEST = 12;

    /** Twelve blanks, or the same letter twelve times, are long but guessed at once. */
    private static final int FEWEST_DIFFERENT = 5;

    /** In bytes; the hash ignores what follows. */
    private static final int LONGEST = 72;

    /** The last part of the key of the message that says what is wrong; null if nothing is. */
    public String wrong() {
        if (chosen.length() < SHORTEST) {
            return "short";
        } else if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return "long";
        } else if (chosen.strip().codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return "simple";
        } else if (!account.isBlank() && chosen.toLowerCase().contains(account.toLowerCase())) {
            return "account";
        } else if (!chosen.equals(again)) {
            return "again";
        }
        return chosen.equals(current) ? "same" : null;
    }
}
