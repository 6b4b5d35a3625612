package se.tidig.document;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;

/** Fills in the bundle's texts (mails, letters) with the content of a case. */
@Component
public class TemplateFiller {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final CaseContents contents;
    private final TemplateEngine html = engine(TemplateMode.HTML);
    private final TemplateEngine text = engine(TemplateMode.TEXT);

    TemplateFiller(CaseContents contents) {
        this.contents = contents;
    }

    /** Inserted values are escaped; right-to-left text is put in a {@code <bdi>}. */
    public String html(String template, CaseTask task) {
        return Isolates.asHtml(html.process(template, context(task)));
    }

    /** Inserted right-to-left text is put between Unicode's isolates, U+2068 and U+2069. */
    public String text(String template, CaseTask task) {
        return Isolates.asText(text.process(template, context(task)));
    }

    private static TemplateEngine engine(TemplateMode mode) {
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(mode);
        // The text itself is the key, so each text is parsed once.
        resolver.setCacheable(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private Context context(CaseTask task) {
        var context = new Context(SWEDISH);
        // Content is read only if the text names it, because a mail to a subscriber has no applicant.
        for (var key : contents.keys()) {
            context.setVariable(key, new LazyContextVariable<>() {
                @Override
                protected Object loadValue() {
                    return Isolates.mark(contents.read(key, task));
                }
            });
        }
        return context;
    }
}
