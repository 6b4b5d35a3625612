package se.tidig.bundle.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.ModelFinding.Severity;

/**
 * Finds processes and tables that have changed under an unchanged version tag: the tag then no longer tells which
 * version a case follows. A change in the drawing alone does not count.
 */
public final class VersionTagCheck {

    private static final Set<String> TAGGED = Set.of("process", "decision");

    private VersionTagCheck() {}

    /**
     * The changed elements whose tag has not been raised, as warnings.
     *
     * @param before the bundle in force, or the one packaged with the program
     */
    public static List<ModelFinding> forgotten(Bundle bundle, Bundle before) {
        var forgotten = new ArrayList<ModelFinding>();
        for (var file : bundle.files().keySet()) {
            var model = file.endsWith(".bpmn") || file.endsWith(".dmn");
            if (model && before.has(file) && !java.util.Arrays.equals(bundle.bytes(file), before.bytes(file))) {
                var earlier = tagged(before.bytes(file));
                tagged(bundle.bytes(file)).forEach((id, element) -> {
                    var other = earlier.get(id);
                    if (other != null && tag(element).equals(tag(other)) && !element.isEqualNode(other)) {
                        forgotten.add(new ModelFinding(
                                file,
                                id,
                                "ändrad, men versionsmärket är fortfarande " + tag(element),
                                "höj versionsmärket (Version tag), till exempel till " + next(tag(element)),
                                Severity.WARNING));
                    }
                });
            }
        }
        return forgotten;
    }

    /** The processes and decisions by id, without the white space between elements; none if the file cannot be read. */
    private static Map<String, Element> tagged(byte[] xml) {
        var found = new TreeMap<String, Element>();
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element && TAGGED.contains(element.getLocalName())) {
                    strip(element);
                    found.put(element.getAttribute("id"), element);
                }
            }
        } catch (SAXException | IOException | ParserConfigurationException e) {
            // BundleCheck reports a file that cannot be read.
        }
        return found;
    }

    private static void strip(Node node) {
        for (var child = node.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            if (child.getNodeType() == Node.COMMENT_NODE
                    || child.getNodeType() == Node.TEXT_NODE
                            && child.getNodeValue().isBlank()) {
                node.removeChild(child);
            } else {
                strip(child);
            }
            child = next;
        }
    }

    private static String tag(Element element) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if ("versionTag".equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }

    private static String next(String tag) {
        var parts = tag.split("\\.");
        return tag.matches("\\d+\\.\\d{1,8}\\.\\d+")
                ? parts[0] + "." + (Integer.parseInt(parts[1]) + 1) + ".0"
                : "1.1.0";
    }
}
