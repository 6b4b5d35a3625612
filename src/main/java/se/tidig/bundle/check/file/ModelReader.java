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
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Reads BPMN and DMN files, and reports in Swedish why a file cannot be read: not XML, not valid by the schema, or
 * dangerous. Each file is parsed once; Camunda's own reader parses the schemas again for every file, which takes most
 * of a check's time.
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

    /** The parsed file; null if it cannot be read, which is then a finding. */
    BpmnModelInstance process(String file) {
        return read(file, ModelReader::process, Bpmn.INSTANCE::getBpmnModel);
    }

    /** The parsed file; null if it cannot be read, which is then a finding. */
    DmnModelInstance table(String file) {
        return read(file, ModelReader::table, Dmn.INSTANCE::getDmnModel);
    }

    /** The file's text; null if it is not text in UTF-8, which is then a finding. */
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
            // Reported below, like a null character.
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

    /** Refuses a file with an unknown namespace; Camunda validates such a file against no schema. */
    private static void demand(ModelInstance model, Class<?> root) {
        if (!root.isInstance(model.getDocumentElement())) {
            throw new UnknownLanguage(model.getDocument().getRootElement());
        }
    }

    /** The file is no model, or one of a version that the engine does not know. */
    private static final class UnknownLanguage extends ModelException {

        UnknownLanguage(DomElement root) {
            super("filen är skriven i ett språk eller en version som motorn inte läser: den börjar med "
                    + root.getLocalName()
                    + (root.getNamespaceURI() == null ? "" : " i " + root.getNamespaceURI()));
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

    /**
     * Reports an encoding or a namespace that would change how the whole file is read.
     *
     * @return false if it reported one
     */
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
        } catch (UnknownLanguage e) {
            findings.error(
                    file, "", e.getMessage(), "spara den i Camunda Modeler för Camunda Platform 7, eller ta bort den");
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

    /**
     * The id of the element at fault, or nothing. The schema's message does not name the element, but the names that it
     * quotes often occur in only one place.
     */
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

    /** The only element with an attribute of this value; null if there is none or more than one. */
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
            // A deferred node is created when it is first read. That would make reading a write, and checks read in
            // parallel.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Thrown());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the parser from writing to standard error. */
    private static final class Thrown implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A process owner cannot act on a warning of the parser.
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
