package se.tidig.bundle.check.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Checks the markup of a mail or letter: it must not run code, ask for input, redirect, or load anything from
 * elsewhere. A loaded file would tell its server who has read the text.
 */
final class MarkupCheck extends DefaultHandler {

    /** Receives a fault: its place, its cause and its remedy. */
    interface Fault {
        void tell(String line, String cause, String remedy);
    }

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "style",
            "body",
            "header",
            "footer",
            "main",
            "section",
            "article",
            "div",
            "p",
            "span",
            "br",
            "hr",
            "wbr",
            "strong",
            "em",
            "b",
            "i",
            "u",
            "s",
            "small",
            "sub",
            "sup",
            "abbr",
            "bdi",
            "bdo",
            "ruby",
            "rt",
            "rp",
            "mark",
            "del",
            "ins",
            "dfn",
            "cite",
            "time",
            "q",
            "blockquote",
            "pre",
            "code",
            "address",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "a",
            "img",
            "figure",
            "figcaption",
            "th:block");

    private static final Set<String> ADDRESSES = Set.of(
            "src",
            "href",
            "srcset",
            "background",
            "poster",
            "data",
            "action",
            "formaction",
            "ping",
            "cite",
            "longdesc",
            "xlink:href",
            "manifest",
            "archive",
            "codebase",
            "usemap");

    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:|#).*");
    private static final Pattern FETCHES = Pattern.compile("(?i)url\\s*\\(|@import|expression\\s*\\(|\\\\");

    private final boolean isLetter;
    private final Fault fault;
    private Locator locator;
    private boolean inStyle;

    MarkupCheck(boolean isLetter, Fault fault) {
        this.isLetter = isLetter;
        this.fault = fault;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        var element = name.toLowerCase(Locale.ROOT);
        inStyle = element.equals("style");
        if (element.equals("script")) {
            script();
        } else if (element.equals("link")) {
            if (!isLetter) {
                tell("elementet link hämtar något utifrån");
            }
            return; // StyleCheck reports the links of letters.
        } else if (!ELEMENTS.contains(element)) {
            tell("elementet " + name + " får inte stå i mejl och brev");
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(element, attributes.getQName(i).toLowerCase(Locale.ROOT), attributes.getValue(i));
        }
    }

    private void attribute(String element, String attribute, String value) {
        if (attribute.startsWith("on")) {
            script();
        } else if (element.equals("meta") && attribute.equals("http-equiv")) {
            tell("elementet meta med http-equiv leder läsaren vidare eller ändrar hur texten läses");
        } else if (attribute.equals("style") && FETCHES.matcher(value).find()) {
            tell("utseendet (style) hämtar något utifrån");
        } else if (ADDRESSES.contains(attribute) && !isHarmless(element, attribute, value.strip())) {
            tell("attributet " + attribute + " leder till \"" + value + "\", som inte får stå i mejl och brev");
        }
    }

    /** Whether it is a link that a person can follow, or a picture that is embedded in the text. */
    private static boolean isHarmless(String element, String attribute, String value) {
        return element.equals("a")
                        && attribute.equals("href")
                        && LINK.matcher(value).matches()
                || element.equals("img") && attribute.equals("src") && value.startsWith("data:image/");
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inStyle && FETCHES.matcher(new String(text, start, length)).find()) {
            tell("utseendet (style) hämtar något utifrån");
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        inStyle = false;
    }

    private void script() {
        fault.tell("", "texten har ett skript", "ta bort det");
    }

    private void tell(String cause) {
        fault.tell("rad " + locator.getLineNumber(), cause, "ta bort det");
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
