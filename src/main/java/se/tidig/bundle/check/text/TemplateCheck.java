package se.tidig.bundle.check.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.bundle.check.finding.Suggestion;

/**
 * Checks one mail or letter: its markup is well-formed (the PDF writer of letters requires that), and its expressions
 * show only content that exists. Templates run inside Tidig, so everything else that they could do is refused.
 */
final class TemplateCheck {

    private static final Set<String> ATTRIBUTES = Set.of(
            "text",
            "each",
            "if",
            "unless",
            "with",
            "switch",
            "case",
            "remove",
            "href",
            "alt",
            "title",
            "class",
            "classappend",
            "colspan",
            "rowspan",
            "id",
            "lang");

    /** What the template engine can remove. */
    private static final List<String> REMOVED = List.of("all", "tag", "body", "none", "all-but-first");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\bth:([\\w-]+)\\s*=\\s*(\"([^\"]*)\"|'([^']*)')");
    private static final Pattern INLINE = Pattern.compile("\\[([\\[(])(.*?)([])])]", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("\\[([#/])");
    private static final Pattern LOOP = Pattern.compile("\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*)?:(.*)", Pattern.DOTALL);
    private static final FeelScope LOOP_STATUS =
            FeelScope.of(Set.of("index", "count", "size", "current", "even", "odd", "first", "last"));
    private static final Pattern DEFINITION = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=");
    private static final Pattern ENTITY = Pattern.compile("&(?!amp;|lt;|gt;|quot;|apos;|#)(\\w+);");

    private final String name;
    private final String text;
    private final FeelScope content;
    private final FindingList findings;
    private FeelScope locals = FeelScope.EMPTY;

    TemplateCheck(String name, String text, FeelScope content, FindingList findings) {
        this.name = name;
        this.text = text;
        this.content = content;
        this.findings = findings;
    }

    void check() {
        var isMarkup = name.endsWith(".html");
        if (isMarkup) {
            wellFormed();
        } else {
            blocks();
        }
        var attributes = ATTRIBUTE.matcher(text);
        while (attributes.find()) {
            locals(attributes.group(1), value(attributes));
        }
        attributes.reset();
        while (attributes.find()) {
            attribute(line(attributes.start()), attributes.group(1), value(attributes));
        }
        var inlines = INLINE.matcher(text);
        while (inlines.find()) {
            var opening = inlines.group(1);
            if (isMarkup && opening.equals("(")) {
                error(line(inlines.start()), "[(...)] skriver ut innehåll som kod", "skriv [[...]]");
            }
            expression(line(inlines.start()), inlines.group(2));
        }
        if (text.replaceAll("(?s)\\[([\\[(]).*?[])]]", "").contains("${")
                && !outsideAttributes().isEmpty()) {
            error(
                    outsideAttributes(),
                    "ett ${...} står direkt i texten och visas som det är",
                    "skriv [[${...}]] i HTML och [(${...})] i text");
        }
    }

    /** The line of a {@code ${} that is neither in an attribute nor in brackets; empty if there is none. */
    private String outsideAttributes() {
        var masked = new StringBuilder(text);
        for (var pattern : new Pattern[] {ATTRIBUTE, INLINE}) {
            var found = pattern.matcher(text);
            while (found.find()) {
                for (int i = found.start(); i < found.end(); i++) {
                    masked.setCharAt(i, ' ');
                }
            }
        }
        var at = masked.indexOf("${");
        return at < 0 ? "" : line(at);
    }

    private static String value(java.util.regex.Matcher attribute) {
        var value = attribute.group(3) == null ? attribute.group(4) : attribute.group(3);
        return value.replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /**
     * The row variable of a loop has the fields of the list. If two loops use the same name, it has the fields of both.
     */
    private void locals(String attribute, String value) {
        if (attribute.equals("each")) {
            var loop = LOOP.matcher(value);
            if (loop.matches()) {
                var row = loop.group(1);
                var rows = new TemplateExpression(content, locals).keys(loop.group(3));
                var other = locals.has(row) ? locals.keysOf(row) : FeelScope.EMPTY;
                locals = locals.with(row, rows == null || other == null ? null : other.with(rows))
                        .with(loop.group(2) == null ? row + "Stat" : loop.group(2), LOOP_STATUS);
            }
        } else if (attribute.equals("with")) {
            var definition = DEFINITION.matcher(value);
            while (definition.find()) {
                locals = locals.with(definition.group(1), null);
            }
        }
    }

    private void attribute(String line, String attribute, String value) {
        if (attribute.equals("insert")) {
            // PartCheck reports its faults.
            return;
        }
        if (!ATTRIBUTES.contains(attribute)) {
            error(
                    line,
                    "th:" + attribute + " är okänt eller inte tillåtet" + Suggestion.of(attribute, ATTRIBUTES),
                    "använd th:text, th:if, th:unless eller th:each");
            return;
        }
        if (attribute.equals("each")) {
            var loop = LOOP.matcher(value);
            if (!loop.matches()) {
                error(line, "upprepningen \"" + value + "\" går inte att tolka", "skriv th:each=\"rad : ${lista}\"");
            } else {
                expression(line, loop.group(3));
            }
        } else if (attribute.equals("remove") && !value.contains("${") && !REMOVED.contains(value)) {
            error(
                    line,
                    "th:remove=\"" + value + "\" säger inte vad som ska tas bort",
                    "skriv " + String.join(", ", REMOVED));
        } else if (attribute.equals("with")) {
            content(line, DEFINITION.matcher(value).replaceAll(","));
        } else {
            expression(line, value);
        }
    }

    private void expression(String line, String expression) {
        if (content(line, expression) && !TemplateSyntax.isReadable(expression.strip())) {
            error(
                    line,
                    expression.isBlank() ? "uttrycket är tomt" : "uttrycket " + expression + " går inte att tolka",
                    "skriv vad som ska visas: ${nyckel.fält}, eller ta bort det");
        }
    }

    /** @return whether it reads only what it may */
    private boolean content(String line, String expression) {
        var fault = new TemplateExpression(content, locals).fault(expression.strip());
        if (fault != null) {
            error(line, fault, "visa bara innehåll som finns: ${nyckel.fält}");
        }
        return fault == null;
    }

    private void wellFormed() {
        var xml = ENTITY.matcher(text.replaceFirst("(?i)<!DOCTYPE html[^>]*>", ""))
                .replaceAll(" ");
        if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
            error("", "texten har egna entiteter, som kan läsa andra filer", "ta bort dem");
            return;
        }
        try {
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser()
                    .parse(
                            new InputSource(new StringReader(xml)),
                            new MarkupCheck(
                                    name.startsWith(Bundle.LETTERS),
                                    (line, cause, remedy) -> error(line, cause, remedy)));
        } catch (SAXParseException e) {
            error(
                    "rad " + e.getLineNumber(),
                    "HTML-koden är inte välformad",
                    "stäng varje element, även <br/> och <img/>");
        } catch (SAXException | ParserConfigurationException | IOException e) {
            error("", "HTML-koden går inte att läsa", "rätta den");
        }
    }

    /** Each condition and loop of a text is begun before it is ended, and ended. */
    private void blocks() {
        var open = 0;
        var mark = BLOCK.matcher(text);
        while (mark.find()) {
            open += mark.group(1).equals("#") ? 1 : -1;
            if (open < 0) {
                error(line(mark.start()), "[/] avslutar inget", "sätt det efter sitt [# ...], eller ta bort det");
                return;
            }
        }
        if (open > 0) {
            error("", "ett villkor eller en upprepning i texten avslutas inte", "avsluta varje [# ...] med [/]");
        }
    }

    private String line(int position) {
        return "rad "
                + (1
                        + (int) text.substring(0, position)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    private void error(String element, String cause, String remedy) {
        findings.error(name, element, cause, remedy);
    }
}
