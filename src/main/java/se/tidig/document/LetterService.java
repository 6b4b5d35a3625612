package se.tidig.document;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import se.tidig.Reference;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.CaseTextSource;
import se.tidig.form.CaseTask;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Writes letters: fills in a text of the bundle ({@code forms/letters}) from the case and stores it as a PDF. */
@Service
public class LetterService {

    private static final Pattern TITLE = Pattern.compile("<title>([^<]+)</title>");

    private final CaseTextSource texts;
    private final TemplateFiller templates;
    private final Documents documents;
    private final PdfWriter pdf;
    private final CaseJournal journal;

    LetterService(
            CaseTextSource texts, TemplateFiller templates, Documents documents, PdfWriter pdf, CaseJournal journal) {
        this.pdf = pdf;
        this.journal = journal;
        this.texts = texts;
        this.templates = templates;
        this.documents = documents;
    }

    /**
     * Writes the letter once per step, also if the step runs again.
     *
     * @param task the case and the step; the case's version of the bundle gives the text
     * @param letter name of a text in {@code forms/letters}
     * @param kind of the document; mails attach it by this kind
     * @param step that writes the letter: the activity instance or the external task
     * @return the document; its title and file name come from the letter's {@code <title>}
     * @throws IllegalStateException with a Swedish sentence, if the bundle has no such letter
     */
    public Document write(CaseTask task, String letter, String kind, String step) {
        var template = texts.read(task.reference(), task.processInstance(), "forms/letters/" + letter + ".html")
                .orElseThrow(() -> new IllegalStateException("Brevet forms/letters/" + letter
                        + ".html finns inte i ärendets version av modellerna. Lägg till det och publicera på nytt."));
        var xhtml = styled(templates.html(whole(template, task), task), task);
        var title = title(xhtml).orElse(letter);
        var written = pdf.write(xhtml);
        if (!written.missing().isEmpty()) {
            tell(task.reference(), title, written.missing());
        }
        return documents.store(new Documents.NewDocument(
                task.reference(),
                task.board(),
                kind,
                title,
                title.replaceAll("[^\\p{L}\\p{N} ._-]", "") + " " + task.reference() + ".pdf",
                "application/pdf",
                written.pdf(),
                null,
                step));
    }

    /**
     * Notes in the case's journal, which officers read, that some characters of the letter could not be printed; once
     * per letter.
     */
    private void tell(Reference reference, String title, Set<Integer> missing) {
        var characters = missing.stream()
                .map(character -> "%s (U+%04X)".formatted(Character.toString(character), character))
                .collect(Collectors.joining(", "));
        var text =
                "I brevet ”%s” står # i stället för tecken som inget typsnitt har: %s. Läs brevet och hör av dig till den som får det om det kan missförstås. Be en administratör lägga till ett typsnitt."
                        .formatted(title, characters);
        if (journal.of(reference).stream().noneMatch(event -> event.text().equals(text))) {
            journal.note(reference, EventKind.NOTE, null, text);
        }
    }

    /** Inserts the texts that letters share; they are filled in together with the rest. */
    private String whole(String template, CaseTask task) {
        return Bundle.INSERT
                .matcher(template)
                .replaceAll(insert ->
                        Matcher.quoteReplacement(shared(Bundle.LETTER_PARTS + insert.group(1) + ".html", task)));
    }

    /** Inserts the stylesheets that letters share, because a letter loads nothing. */
    private String styled(String xhtml, CaseTask task) {
        return Bundle.LINK_TO_STYLE.matcher(xhtml).replaceAll(link -> {
            var style = shared("forms/letters/" + link.group(1), task);
            return Matcher.quoteReplacement("<style>" + style + "</style>");
        });
    }

    private String shared(String path, CaseTask task) {
        return texts.read(task.reference(), task.processInstance(), path)
                .orElseThrow(() -> new IllegalStateException("Filen " + path
                        + " finns inte i ärendets version av modellerna. Lägg till den och publicera på nytt."));
    }

    private static Optional<String> title(String xhtml) {
        var found = TITLE.matcher(xhtml);
        return found.find() ? Optional.of(HtmlUtils.htmlUnescape(found.group(1).strip())) : Optional.empty();
    }
}
