package se.tidig.engine.web;

import java.nio.charset.StandardCharsets;

/** What a password must be: long enough, with enough to guess, and within what the hash sees. */
record NewPassword(String account, String current, String chosen, String again) {

    private static final int SHORTEST = 12;

    /** Twelve blanks or twelve times the same letter are long and guessed at once. */
    private static final int FEWEST_DIFFERENT = 5;

    /** Bytes; what comes after them the hash does not see. */
    private static final int LONGEST = 72;

    /** The end of the key of the message that tells what is wrong; null if nothing is. */
    String wrong() {
        if (chosen.length() < SHORTEST) {
            return "short";
        } else if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return "long";
        } else if (chosen.strip().codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return "simple";
        } else if (chosen.toLowerCase().contains(account.toLowerCase())) {
            return "account";
        } else if (!chosen.equals(again)) {
            return "again";
        }
        return chosen.equals(current) ? "same" : null;
    }
}
