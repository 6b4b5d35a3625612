package se.tidig.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.tidig.Reference;

/** Reads the numbers of cases as people write them: small letters, spaces for hyphens, no leading zeros. */
public final class CaseNumber {

    private static final Pattern CASE = Pattern.compile(
            "(\\p{L}{1,2})[\\s-]*(\\d{4})[\\s-]+(\\d{1,9})(?:[\\s-]+(\\d{1,9}))?(?:[\\s-]*[mM]\\d{1,4})?");

    private CaseNumber() {}

    /** The reference that is meant: {@code K-2026-2-005} for {@code k 2026 2 5}; empty if the text is none. */
    public static Optional<Reference> reference(String text) {
        var written = CASE.matcher(text == null ? "" : text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        var call = "%s-%s-%d"
                .formatted(
                        written.group(1).toUpperCase(Locale.forLanguageTag("sv")),
                        written.group(2),
                        Integer.parseInt(written.group(3)));
        return Reference.find(
                written.group(4) == null ? call : "%s-%03d".formatted(call, Integer.parseInt(written.group(4))));
    }

    /** A diary number as it is compared: small letters, no spaces. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }
}
