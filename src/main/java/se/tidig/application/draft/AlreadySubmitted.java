package se.tidig.application.draft;

import java.util.UUID;
import se.tidig.form.Rejected;

/** The draft has been submitted, so that nothing in it changes any more. */
public class AlreadySubmitted extends Rejected {

    private final UUID draft;

    AlreadySubmitted(UUID draft) {
        super("", "Ansökan är inskickad, så utkastet kan inte ändras. Det ni skrev tidigare är sparat.");
        this.draft = draft;
    }

    public UUID draft() {
        return draft;
    }
}
