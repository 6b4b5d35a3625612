package se.tidig.application.draft;

/** There is no such draft, or it is another organisation's; the two get the same answer. */
public class NoSuchDraft extends RuntimeException {

    NoSuchDraft() {
        super("Det finns inget sådant utkast.", null, false, false);
    }
}
