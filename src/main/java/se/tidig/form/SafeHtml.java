package se.tidig.form;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** The HTML of a form's texts: what could run, load or look like another part of the page is taken out. */
final class SafeHtml {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();
    private static final Safelist ALLOWED = Safelist.basic()
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hr", "div")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .addAttributes("th", "scope", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes(":all", "lang")
            .preserveRelativeLinks(true);

    private SafeHtml() {}

    /** Markdown, in which HTML may stand, as a text component has it. */
    static String ofMarkdown(String text) {
        return of(RENDERER.render(MARKDOWN.parse(text)));
    }

    /** HTML as an html component has it. */
    static String of(String html) {
        var clean =
                Jsoup.clean(html, "https://tidig.invalid/", ALLOWED, new Document.OutputSettings().prettyPrint(false));
        var body = Jsoup.parseBodyFragment(clean)
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
        // The page has its own heading of the first level.
        body.select("h1").tagName("h2");
        return body.html();
    }
}
