package se.tidig.organisation;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** An e-mail address that a mail can be sent to: one address, without a display name. */
public record EmailAddress(String text) {

    private static final int LONGEST = 100;

    /** Empty if the text is no address. */
    public static Optional<EmailAddress> read(String text) {
        var given = text == null ? "" : text.strip();
        if (given.length() > LONGEST || !given.matches("[^\\s@\"<>(),;:]+@[^\\s@\"<>(),;:]+\\.[^\\s@\"<>(),;:.]{2,}")) {
            return Optional.empty();
        }
        try {
            new InternetAddress(given, true).validate();
            return Optional.of(new EmailAddress(given));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
