package se.tidig.bundle.check.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Suggests the known name that is nearest to a misspelt one. */
public final class Suggestion {

    private static final int FARTHEST = 3;

    private Suggestion() {}

    /** The suggestion, {@code  (menas "caseOfficer"?)}; empty if no known name is near. */
    public static String of(String wrong, Collection<String> known) {
        return known.stream()
                .filter(name -> !name.equals(wrong))
                .filter(name -> distance(wrong, name) <= Math.min(FARTHEST, wrong.length() / 2))
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .map(name -> " (menas \"" + name + "\"?)")
                .orElse("");
    }

    private static int distance(String a, String b) {
        var one = a.toLowerCase(Locale.ROOT);
        var other = b.toLowerCase(Locale.ROOT);
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
