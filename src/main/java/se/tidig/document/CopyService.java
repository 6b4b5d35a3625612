package se.tidig.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.tidig.Reference;
import se.tidig.bundle.CaseTextSource;

/** Prints what somebody has sent in as a PDF that looks like the board's letters. */
@Service
public class CopyService {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private static final String STYLE = style();

    private final SpringTemplateEngine templates;
    private final CaseTextSource texts;
    private final PdfWriter pdf;

    CopyService(SpringTemplateEngine templates, CaseTextSource texts, PdfWriter pdf) {
        this.templates = templates;
        this.texts = texts;
        this.pdf = pdf;
    }

    /** The PDF; it has the same content whenever it is written. */
    public byte[] write(Reference reference, Copy copy) {
        var context = new Context(SWEDISH);
        context.setVariable("copy", copy);
        context.setVariable(
                "style", texts.ofCase(reference, "forms/letters/letter.css").orElse("") + STYLE);
        return pdf.write(templates.process("document/copy", context)).pdf();
    }

    private static String style() {
        try {
            return new ClassPathResource("templates/document/copy.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
