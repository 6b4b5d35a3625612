package se.tidig.bundle.careless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One small change to a file that no person would make on purpose: attributes are dropped, copied, emptied or replaced,
 * and elements are moved, removed or nested.
 *
 * @param description what was changed, so that the change can be repeated
 */
public record RandomChange(String file, String description, byte[] bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "hög",
            "true ",
            "false",
            "2147483648",
            "-1",
            "0",
            "P0D",
            "P7D",
            "R3/P7D/banan",
            "INF",
            "feel",
            "juel",
            "${",
            "${okand}",
            "${execution}",
            "camunda",
            "x".repeat(300),
            "y".repeat(4100),
            "1" + "+1".repeat(600),
            "for i in 1..100000000 return i",
            "å ä ö",
            "__proto__",
            "{\"a\": 1}",
            "http://activiti.org/bpmn");

    private static final List<String> ATTRIBUTES = List.of(
            "camunda:asyncBefore",
            "camunda:asyncAfter",
            "camunda:exclusive",
            "camunda:jobPriority",
            "camunda:priority",
            "camunda:dueDate",
            "camunda:formRef",
            "camunda:formKey",
            "camunda:delegateExpression",
            "camunda:type",
            "camunda:topic",
            "camunda:taskPriority",
            "camunda:resultVariable",
            "camunda:collection",
            "camunda:elementVariable",
            "camunda:versionTag",
            "camunda:historyTimeToLive",
            "isForCompensation",
            "triggeredByEvent",
            "cancelActivity",
            "isInterrupting",
            "isExecutable",
            "default",
            "name",
            "id",
            "expressionLanguage",
            "typeRef",
            "hitPolicy",
            "aggregation");

    /** Makes a change; the same random numbers give the same change. */
    public static RandomChange of(String file, byte[] bytes, Random random) {
        if (file.endsWith(".form")) {
            return json(file, bytes, random);
        }
        if (file.endsWith(".html")) {
            return RandomPageChange.page(file, bytes, random);
        }
        return file.endsWith(".bpmn") || file.endsWith(".dmn")
                ? xml(file, bytes, random)
                : RandomPageChange.lines(file, bytes, random);
    }

    private static RandomChange xml(String file, byte[] bytes, Random random) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
            var elements = new ArrayList<Element>();
            collect(document.getDocumentElement(), elements);
            String done;
            do {
                done = change(document, elements, random);
            } while (done == null);
            var text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return new RandomChange(file, done, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(file, e);
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

    /** Null if the change cannot be made in that place. */
    private static String change(Document document, List<Element> elements, Random random) {
        var element = elements.get(random.nextInt(elements.size()));
        if (isDrawing(element) && random.nextInt(8) > 0) {
            return null; // Skips most points and boxes, because there are far more of them than of steps.
        }
        var other = elements.get(random.nextInt(elements.size()));
        var attributes = element.getAttributes();
        var attribute =
                attributes.getLength() == 0 ? null : (Attr) attributes.item(random.nextInt(attributes.getLength()));
        if (attribute != null && attribute.getName().startsWith("xmlns")) {
            attribute = null;
        }
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        var at = " at " + element.getNodeName() + " " + element.getAttribute("id");
        switch (random.nextInt(13)) {
            case 0, 1:
                if (attribute == null) {
                    return null;
                }
                element.removeAttributeNode(attribute);
                return "drop " + attribute.getName() + at;
            case 2:
                if (attribute == null) {
                    return null;
                }
                attribute.setValue("");
                return "empty " + attribute.getName() + at;
            case 3, 4:
                if (attribute == null) {
                    return null;
                }
                attribute.setValue(text);
                return "set " + attribute.getName() + " to " + shown(text) + at;
            case 5:
                var wished = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
                var namespace = wished.startsWith("camunda:")
                        ? "http://camunda.org/schema/1.0/" + (file(document) ? "dmn" : "bpmn")
                        : null;
                element.setAttributeNS(namespace, wished, text);
                return "add " + wished + "=" + shown(text) + at;
            case 6:
                if (attribute == null || !other.hasAttribute(attribute.getName())) {
                    return null;
                }
                attribute.setValue(other.getAttribute(attribute.getName()));
                return "take " + attribute.getName() + " of " + other.getAttribute("id") + at;
            case 7:
                if (element == document.getDocumentElement()) {
                    return null;
                }
                element.getParentNode().removeChild(element);
                return "remove" + at;
            case 8:
                if (element == document.getDocumentElement()) {
                    return null;
                }
                element.getParentNode().insertBefore(element.cloneNode(true), element);
                return "double" + at;
            case 9:
                if (element == document.getDocumentElement() || isInside(other, element)) {
                    return null;
                }
                other.appendChild(element);
                return "move to " + other.getNodeName() + " " + other.getAttribute("id") + at;
            case 10:
                element.insertBefore(element.cloneNode(false), element.getFirstChild());
                return "nest" + at;
            case 11:
                if (other.getNamespaceURI() == null || element == document.getDocumentElement()) {
                    return null;
                }
                document.renameNode(element, other.getNamespaceURI(), other.getNodeName());
                return "rename to " + other.getNodeName() + at;
            default:
                if (element.getChildNodes().getLength() != 1
                        || element.getFirstChild().getNodeType() != Node.TEXT_NODE) {
                    return null;
                }
                element.setTextContent(text);
                return "write " + shown(text) + at;
        }
    }

    private static boolean isDrawing(Element element) {
        return String.valueOf(element.getNamespaceURI()).matches(".*/(DD|DMN)/.*/(DI|DC|DMNDI)/?|.*/BPMN/.*/DI");
    }

    private static boolean file(Document document) {
        return String.valueOf(document.getDocumentElement().getNamespaceURI()).contains("DMN");
    }

    private static boolean isInside(Node node, Node of) {
        return node != null && (node == of || isInside(node.getParentNode(), of));
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }

    private static RandomChange json(String file, byte[] bytes, Random random) {
        try {
            var form = JSON.readTree(bytes);
            var nodes = new ArrayList<JsonNode>();
            collect(form, nodes);
            String done;
            do {
                done = change(nodes, random);
            } while (done == null);
            return new RandomChange(file, done, JSON.writeValueAsBytes(form));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file, e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        if (node.isContainerNode() && !node.isEmpty()) {
            nodes.add(node);
        }
        node.forEach(child -> collect(child, nodes));
    }

    private static String change(List<JsonNode> nodes, Random random) {
        var node = nodes.get(random.nextInt(nodes.size()));
        var other = nodes.get(random.nextInt(nodes.size()));
        var text = JsonNodeFactory.instance.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
        var values = List.of(
                text,
                JsonNodeFactory.instance.nullNode(),
                JsonNodeFactory.instance.numberNode(-1),
                JsonNodeFactory.instance.booleanNode(true),
                JsonNodeFactory.instance.arrayNode(),
                JsonNodeFactory.instance.objectNode());
        var value = values.get(Math.max(0, random.nextInt(values.size() * 2) - values.size()));
        if (node instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            var at = " " + name + " of "
                    + object.path("id").asText(object.path("key").asText("?"));
            switch (random.nextInt(6)) {
                case 0:
                    object.remove(name);
                    return "drop" + at;
                case 1:
                    object.put(name, "");
                    return "empty" + at;
                case 2:
                    object.set(List.of("type", "key", "constructor", "values").get(random.nextInt(4)), value);
                    return "add " + shown(value.toString()) + at;
                case 3:
                    if (!other.has(name)) {
                        return null;
                    }
                    object.set(name, other.get(name).deepCopy());
                    return "take" + at;
                case 4:
                    object.set(name, JsonNodeFactory.instance.arrayNode().add(object.get(name)));
                    return "nest" + at;
                default:
                    object.set(name, value);
                    return "set " + shown(value.toString()) + at;
            }
        }
        var list = (ArrayNode) node;
        var index = random.nextInt(list.size());
        switch (random.nextInt(4)) {
            case 0:
                list.remove(index);
                return "remove item " + index;
            case 1:
                list.insert(index, list.get(index).deepCopy());
                return "double item " + index;
            case 2:
                if (!(other instanceof ArrayNode into) || other == node) {
                    return null;
                }
                into.add(list.get(index).deepCopy());
                list.remove(index);
                return "move item " + index;
            default:
                list.set(index, value);
                return "set item " + index + " to " + shown(value.toString());
        }
    }
}
