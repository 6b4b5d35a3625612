package se.tidig.form;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** A page of a form as HTML, by the portal's own fragments. */
final class DrawnPage {

    private static final String PAGE =
            """
            <div th:replace="~{form/fields :: summary(${page}, 'Fel')}"></div>
            <form method="post" class="questions"><th:block th:replace="~{form/fields :: fields(${page})}"></th:block></form>
            """;

    private static final SpringTemplateEngine ENGINE = engine();

    private DrawnPage() {}

    private static SpringTemplateEngine engine() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(FormMessages.SWEDISH);
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        files.setOrder(1);
        var text = new StringTemplateResolver();
        text.setOrder(2);
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(text);
        return engine;
    }

    static String html(FormPage page) {
        var context = new Context(page.language());
        context.setVariable("page", page);
        return ENGINE.process(PAGE, context);
    }

    static Document of(FormPage page) {
        return Jsoup.parse(html(page));
    }
}
