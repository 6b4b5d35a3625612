package se.tidig.bundle.check.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.xml.Model;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.impl.instance.DomDocumentImpl;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Reads BPMN and DMN files, and says in plain words why one cannot be read: no XML, not by the schema, dangerous. Each
 * file is parsed once: Camunda's own reading parses the schemas anew for every file, which takes most of a check's time.
 */
public final class ModelReader {

    private static final Pattern ENCODING =
            Pattern.compile("^\uFEFF?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern OLDER = Pattern.compile(
            "xmlns(?::\\w+)?\\s*=\\s*[\"'](http://activiti\\.org/bpmn|http://www\\.camunda\\.com/fox)[\"']");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final Bundle bundle;
    private final FindingList findings;
    private final DocumentBuilder documents = documents();

    ModelReader(Bundle bundle, FindingList findings) {
        this.bundle = bundle;
        this.findings = findings;
    }

    /** Null where the file cannot be read; the findings tell why. */
    BpmnModelInstance process(String file) {
        return read(file, ModelReader::process, Bpmn.INSTANCE::getBpmnModel);
    }

    /** Null where the file cannot be read; the findings tell why. */
    DmnModelInstance table(String file) {
        return read(file, ModelReader::table, Dmn.INSTANCE::getDmnModel);
    }

    /** The file's text; null where it is no text in UTF-8. */
    public static String text(Bundle bundle, String file, FindingList findings) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bundle.bytes(file)))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // Told below, as a null character is.
        }
        findings.error(file, "", "filen är ingen text i UTF-8", "spara den som UTF-8 eller hämta den på nytt");
        return null;
    }

    private static BpmnModelInstance process(Document document) {
        var model = new BpmnModelInstanceImpl(
                (ModelImpl) Bpmn.INSTANCE.getBpmnModel(),
                Bpmn.INSTANCE.getBpmnModelBuilder(),
                new DomDocumentImpl(document));
        demand(model, org.camunda.bpm.model.bpmn.instance.Definitions.class);
        Bpmn.validateModel(model);
        return model;
    }

    private static DmnModelInstance table(Document document) {
        var model = new DmnModelInstanceImpl(
                (ModelImpl) Dmn.INSTANCE.getDmnModel(),
                Dmn.INSTANCE.getDmnModelBuilder(),
                new DomDocumentImpl(document));
        demand(model, org.camunda.bpm.model.dmn.instance.Definitions.class);
        Dmn.validateModel(model);
        return model;
    }

    /** Camunda holds a file of a namespace that it does not know against no schema at all. */
    private static void demand(ModelInstance model, Class<?> root) {
        if (!root.isInstance(model.getDocumentElement())) {
            throw new ModelException("den börjar med "
                    + model.getDocument().getRootElement().getLocalName() + ", inte med definitions i ett känt språk");
        }
    }

    private <T> T read(String file, Function<Document, T> parser, Supplier<Model> language) {
        var text = text(bundle, file, findings);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            findings.error(file, "", "filen är tom", "rita modellen i Camunda Modeler eller ta bort filen");
            return null;
        }
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            findings.error(
                    file, "", "filen har en DOCTYPE eller egna entiteter, som kan läsa andra filer", "ta bort dem");
            return null;
        }
        if (!isTold(file, text)) {
            return null;
        }
        try {
            var document = documents.parse(new ByteArrayInputStream(bundle.bytes(file)));
            return new IdCheck(file, findings).check(document) ? parse(file, parser, language, document) : null;
        } catch (SAXParseException e) {
            findings.error(
                    file,
                    "rad " + e.getLineNumber(),
                    "filen är inte välformad XML",
                    "rätta raden eller hämta filen på nytt");
        } catch (SAXException | IOException e) {
            findings.error(file, "", "filen går inte att läsa som XML", "rätta den eller hämta den på nytt");
        } catch (StackOverflowError e) {
            findings.error(file, "", "filen är för djupt nästlad", "hämta den på nytt eller rita om modellen");
        }
        return null;
    }

    /** What the file says of itself that would have everything in it read otherwise; false where it cannot be read so. */
    private boolean isTold(String file, String text) {
        var encoding = ENCODING.matcher(text);
        if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
            findings.error(
                    file,
                    "rad 1",
                    "filen säger att den är skriven i " + encoding.group(1)
                            + " men är skriven i UTF-8, så att å, ä och ö" + " förvanskas",
                    "skriv encoding=\"UTF-8\" på första raden");
            return false;
        }
        var older = OLDER.matcher(text);
        if (older.find()) {
            findings.error(
                    file,
                    "",
                    "filen använder den gamla namnrymden " + older.group(1)
                            + ", som motorn ännu känner men som Tidig inte läser",
                    "byt den mot " + ProcessFile.CAMUNDA);
            return false;
        }
        return true;
    }

    private <T> T parse(String file, Function<Document, T> parser, Supplier<Model> language, Document document) {
        try {
            return parser.apply(document);
        } catch (ModelException e) {
            var reason = root(e);
            var names = language.get().getTypes().stream()
                    .map(ModelElementType::getTypeName)
                    .collect(Collectors.toSet());
            findings.error(
                    file,
                    blamed(reason, document),
                    "filen följer inte schemat: " + new SchemaFault(reason.getMessage(), names).swedish(),
                    "öppna filen i Camunda Modeler och rätta elementet");
        } catch (RuntimeException e) {
            findings.error(
                    file,
                    "",
                    "filen kan inte läsas som modell",
                    "öppna den i Camunda Modeler, rätta och spara på nytt");
        }
        return null;
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    /** The schema names no element, but the names it quotes are often found at one place only. */
    private static String blamed(Throwable reason, Document document) {
        var quoted = QUOTED.matcher(String.valueOf(reason.getMessage()));
        while (quoted.find()) {
            var word = quoted.group(1);
            var name = word.contains(":") ? word.substring(word.lastIndexOf(':') + 1) : word;
            var elements = document.getElementsByTagNameNS("*", name);
            if (elements.getLength() == 1) {
                return identified((Element) elements.item(0));
            }
            var valued = valued(document, word);
            if (valued != null) {
                return identified(valued);
            }
        }
        return "";
    }

    /** The only element with an attribute of the value; null where there is none, or several. */
    private static Element valued(Document document, String value) {
        Element found = null;
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var attributes = elements.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                if (attributes.item(j).getNodeValue().equals(value)) {
                    if (found != null) {
                        return null;
                    }
                    found = (Element) elements.item(i);
                }
            }
        }
        return found;
    }

    private static String identified(Element element) {
        for (var node = element; node != null; ) {
            if (!node.getAttribute("id").isEmpty()) {
                return node.getAttribute("id");
            }
            node = node.getParentNode() instanceof Element parent ? parent : null;
        }
        return element.getLocalName();
    }

    private static DocumentBuilder documents() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            // Nodes made at first sight would make reading a document a write, and checks read side by side.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Thrown());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the parser from writing on standard error. */
    private static final class Thrown implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning of the parser is nothing a process owner can act upon.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
