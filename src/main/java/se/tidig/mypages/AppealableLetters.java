package se.tidig.mypages;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.bundle.CaseTextSource;
import se.tidig.document.Document;
import se.tidig.document.Documents;
import se.tidig.notification.SentMails;

/**
 * Knows whether a party has got a decision that can be appealed: a letter of the case's bundle that tells how one
 * appeals.
 */
@Component
class AppealableLetters {

    private static final String INSTRUCTIONS = "parts/appeal-instructions";

    private final SentMails mails;
    private final Documents documents;
    private final CaseTextSource texts;

    AppealableLetters(SentMails mails, Documents documents, CaseTextSource texts) {
        this.mails = mails;
        this.documents = documents;
        this.texts = texts;
    }

    boolean wasSent(Reference reference) {
        var sent = mails.toParty(reference).stream()
                .flatMap(mail -> mail.documents().stream())
                .collect(Collectors.<UUID>toSet());
        return !sent.isEmpty()
                && documents.of(reference).stream()
                        .filter(document -> sent.contains(document.id()))
                        .anyMatch(document -> canBeAppealed(reference, document));
    }

    private boolean canBeAppealed(Reference reference, Document letter) {
        return texts.ofCase(reference, "forms/letters/" + letter.kind() + ".html")
                .filter(text -> text.contains(INSTRUCTIONS))
                .isPresent();
    }
}
