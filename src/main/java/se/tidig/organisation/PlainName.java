package se.tidig.organisation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a person or an organisation as letters and lists show it. A name stands in mails to others, so it can hold
 * no address of a web page and no mark-up.
 */
public record PlainName(String text) {

    private static final int LONGEST = 100;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .,:'’´`&()+/–-]*");
    private static final Pattern WEB = Pattern.compile("(?i).*(://|www\\.|\\.[a-z]{2,}/).*");

    /** @throws IllegalArgumentException if the text is no name */
    public PlainName {
        if (text.length() > LONGEST
                || !ALLOWED.matcher(text).matches()
                || WEB.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a name");
        }
    }

    /** Reads a name; blanks at its ends and doubled blanks are left out. Empty if it is none. */
    public static Optional<PlainName> read(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(given -> given.strip().replaceAll("\\h+", " "))
                    .map(PlainName::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
