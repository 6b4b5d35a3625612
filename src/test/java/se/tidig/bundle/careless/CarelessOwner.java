package se.tidig.bundle.careless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.impl.instance.DomDocumentImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;
import se.tidig.bundle.Bundle;

/**
 * Changes the packaged bundle in one place, as a careless process owner would. It changes the parsed models, so the
 * change does not depend on how a file is formatted.
 */
final class CarelessOwner {

    /** The unchanged bundle. */
    static final Bundle BUNDLE = Bundle.read(Path.of("."));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, BpmnModelInstance> PROCESSES = new ConcurrentHashMap<>();
    private static final Map<String, DmnModelInstance> TABLES = new ConcurrentHashMap<>();

    private CarelessOwner() {}

    /** The parsed process, which must not be changed. */
    static BpmnModelInstance process(String name) {
        return PROCESSES.computeIfAbsent(
                name,
                one -> new BpmnModelInstanceImpl(
                        (ModelImpl) Bpmn.INSTANCE.getBpmnModel(),
                        Bpmn.INSTANCE.getBpmnModelBuilder(),
                        new DomDocumentImpl(document(processFile(one)))));
    }

    /** The parsed file of tables, which must not be changed. */
    static DmnModelInstance table(String name) {
        return TABLES.computeIfAbsent(
                name,
                one -> new DmnModelInstanceImpl(
                        (ModelImpl) Dmn.INSTANCE.getDmnModel(),
                        Dmn.INSTANCE.getDmnModelBuilder(),
                        new DomDocumentImpl(document(tableFile(one)))));
    }

    static Bundle process(String name, Consumer<BpmnModelInstance> change) {
        var model = process(name).clone();
        change.accept(model);
        return with(processFile(name), xml(model.getDocument().getDomSource(), "xml"));
    }

    static Bundle table(String name, Consumer<DmnModelInstance> change) {
        var model = table(name).clone();
        change.accept(model);
        return with(tableFile(name), xml(model.getDocument().getDomSource(), "xml"));
    }

    static Bundle form(String name, Consumer<ObjectNode> change) {
        try {
            var form = (ObjectNode) JSON.readTree(BUNDLE.text(formFile(name)));
            change.accept(form);
            return with(formFile(name), JSON.writeValueAsString(form));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** A mail's text, line by line. */
    static Bundle lines(String file, Consumer<List<String>> change) {
        var lines = new ArrayList<>(List.of(BUNDLE.text(file).split("\n", -1)));
        change.accept(lines);
        return with(file, String.join("\n", lines));
    }

    /** A letter or the HTML of a mail. */
    static Bundle page(String file, Consumer<Document> change) {
        try {
            var text = BUNDLE.text(file)
                    .replaceFirst("(?i)<!DOCTYPE html[^>]*>\\s*", "")
                    .replace("&nbsp;", "\u00a0");
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(false);
            var page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            change.accept(page);
            return with(file, "<!DOCTYPE html>\n" + xml(new DOMSource(page), "xml"));
        } catch (Exception e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    static Bundle description(Consumer<Map<String, Object>> change) {
        Map<String, Object> description = new Yaml().load(BUNDLE.text(Bundle.DESCRIPTION));
        change.accept(description);
        return with(Bundle.DESCRIPTION, new Yaml().dump(description));
    }

    static Bundle without(String file) {
        var files = new TreeMap<>(BUNDLE.files());
        if (files.remove(file) == null) {
            throw new IllegalArgumentException(file);
        }
        return new Bundle(files);
    }

    static Bundle renamed(String from, String to) {
        return without(from).with(Map.of(to, BUNDLE.bytes(from)));
    }

    static Bundle with(String file, String text) {
        return BUNDLE.with(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    static String processFile(String name) {
        return "processes/" + name + ".bpmn";
    }

    static String tableFile(String name) {
        return "dmn/" + name + ".dmn";
    }

    static String formFile(String name) {
        return "forms/" + name + ".form";
    }

    /** Parses the file as it is; Camunda's own reader would write every default of the schema into it. */
    private static Document document(String file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(BUNDLE.bytes(file)));
            identify(document.getDocumentElement());
            return document;
        } catch (Exception e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    private static void identify(Element element) {
        if (element.hasAttribute("id")
                && !String.valueOf(element.getNamespaceURI()).contains("camunda")) {
            element.setIdAttribute("id", true);
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                identify(inner);
            }
        }
    }

    /** Writes the document itself, because Camunda's writer refuses a model that is not valid by the schema. */
    private static String xml(DOMSource source, String method) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.METHOD, method);
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            transformer.transform(source, new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
