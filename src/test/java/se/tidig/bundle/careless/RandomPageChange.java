package se.tidig.bundle.careless;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The same for letters and mails: pages by their elements, and texts and stylesheets by their lines. */
final class RandomPageChange {

    private static final String ROOT = "page";
    private static final Pattern DOCTYPE = Pattern.compile("(?i)\\s*<!DOCTYPE[^>]*>\\s*");
    private static final Pattern HOLDER = Pattern.compile("\\$\\{[^}]*}|\\{\\{[^}]*}}|\\[\\[[^]]*]]|\\b\\d+\\b");

    private static final List<String> ATTRIBUTES = List.of(
            "th:if", "th:unless", "th:text", "th:each", "th:object", "th:remove", "class", "href", "style", "onclick");

    private static final List<String> TEXTS = List.of(
            "",
            "hög",
            "${",
            "${okand}",
            "${decision}",
            "${decision.amount}",
            "${application.reference}",
            "true",
            "one : ${decision.grounds}",
            "å ä ö < & >",
            "all",
            "x".repeat(300),
            "javascript:alert(1)",
            "-1");

    private RandomPageChange() {}

    static RandomChange page(String file, byte[] bytes, Random random) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var head = DOCTYPE.matcher(text);
        var doctype = head.lookingAt() ? text.substring(0, head.end()) : "";
        try {
            // A part of a letter has several roots, and a change may take away what declares th.
            var wrapped = "<" + ROOT + " xmlns:th=\"http://www.thymeleaf.org\">"
                    + text.substring(doctype.length()).replace("&nbsp;", "\u00a0") + "</" + ROOT + ">";
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(wrapped)));
            var elements = new ArrayList<Element>();
            collect(document.getDocumentElement(), elements);
            elements.remove(0);
            String done;
            do {
                done = change(elements, random);
            } while (done == null);
            return new RandomChange(file, done, (doctype + inside(document)).getBytes(StandardCharsets.UTF_8));
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void collect(Element element, List<Element> elements) {
        elements.add(element);
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, elements);
            }
        }
    }

    private static String inside(Document document) throws TransformerException {
        var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString().replaceFirst("^<" + ROOT + "[^>]*>", "").replaceFirst("</" + ROOT + ">$", "");
    }

    /** Null if the change cannot be made in that place. */
    private static String change(List<Element> elements, Random random) {
        var element = elements.get(random.nextInt(elements.size()));
        var other = elements.get(random.nextInt(elements.size()));
        var attributes = element.getAttributes();
        var attribute =
                attributes.getLength() == 0 ? null : (Attr) attributes.item(random.nextInt(attributes.getLength()));
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        var at = " at " + element.getNodeName() + " " + (attribute == null ? "" : attribute.getName());
        switch (random.nextInt(8)) {
            case 0:
                element.getParentNode().removeChild(element);
                return "remove" + at;
            case 1:
                element.getParentNode().insertBefore(element.cloneNode(true), element);
                return "double" + at;
            case 2:
                if (isInside(other, element)) {
                    return null;
                }
                other.appendChild(element);
                return "move to " + other.getNodeName() + at;
            case 3:
                element.insertBefore(element.cloneNode(false), element.getFirstChild());
                return "nest" + at;
            case 4:
                if (attribute == null) {
                    return null;
                }
                element.removeAttributeNode(attribute);
                return "drop" + at;
            case 5:
                if (attribute == null) {
                    return null;
                }
                attribute.setValue(text);
                return "set \"" + text + "\"" + at;
            case 6:
                var name = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
                element.setAttribute(name, text);
                return "add " + name + "=\"" + text + "\"" + at;
            default:
                element.setTextContent(text);
                return "write \"" + text + "\"" + at;
        }
    }

    private static boolean isInside(org.w3c.dom.Node node, Element of) {
        return node != null && (node == of || isInside(node.getParentNode(), of));
    }

    static RandomChange lines(String file, byte[] bytes, Random random) {
        var lines = new ArrayList<>(Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
        var index = random.nextInt(lines.size());
        var other = random.nextInt(lines.size());
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        String done;
        switch (random.nextInt(6)) {
            case 0:
                lines.remove(index);
                done = "remove";
                break;
            case 1:
                lines.add(index, lines.get(index));
                done = "double";
                break;
            case 2:
                lines.add(other, lines.remove(index));
                done = "move to " + other;
                break;
            case 3:
                lines.set(index, lines.get(index) + " " + text);
                done = "append \"" + text + "\"";
                break;
            case 4:
                lines.set(index, HOLDER.matcher(lines.get(index)).replaceFirst(""));
                done = "drop a value";
                break;
            default:
                lines.set(index, text);
                done = "write \"" + text + "\"";
        }
        return new RandomChange(
                file, done + " at line " + (index + 1), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
