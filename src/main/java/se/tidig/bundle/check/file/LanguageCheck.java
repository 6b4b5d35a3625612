package se.tidig.bundle.check.file;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Checks that a process uses only the part of BPMN that Tidig supports. Everything that is not listed is refused: a
 * misspelt attribute is never ignored, and no code enters a model by an unexpected way.
 */
public final class LanguageCheck {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "collaboration",
            "participant",
            "laneSet",
            "lane",
            "flowNodeRef",
            "documentation",
            "extensionElements",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "message",
            "error",
            "escalation",
            "messageEventDefinition",
            "timerEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "linkEventDefinition",
            "source",
            "target",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "multiInstanceLoopCharacteristics",
            "completionCondition",
            "loopCardinality",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue");

    private static final Map<String, String> REFUSED_ELEMENTS = Map.ofEntries(
            entry("scriptTask", "skript är inte tillåtna i modeller"),
            entry("script", "skript är inte tillåtna i modeller"),
            entry("task", "uppgiften har ingen typ, så att ingenting händer där"),
            entry("manualTask", "motorn går förbi en manuell uppgift utan att någon gör den"),
            entry("inclusiveGateway", "en inklusiv gateway är inte tillåten: det går inte att se vilka vägar som tas"),
            entry("complexGateway", "motorn kör inte komplexa gateways"),
            entry("adHocSubProcess", "motorn kör inte ad hoc-delprocesser"),
            entry("transaction", "transaktioner är inte tillåtna i modeller"),
            entry("signalEventDefinition", "en signal når alla länsstyrelsers ärenden på en gång"),
            entry("signal", "en signal når alla länsstyrelsers ärenden på en gång"),
            entry("conditionalEventDefinition", "villkorsstyrda händelser är inte tillåtna"),
            entry("compensateEventDefinition", "kompensation är inte tillåten"),
            entry("standardLoopCharacteristics", "motorn kör inte slingmarkören"));

    private static final Set<String> ANYWHERE = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            entry(
                    "process",
                    Set.of("historyTimeToLive", "versionTag", "isStartableInTasklist", "candidateStarterGroups")),
            entry("startEvent", Set.of("initiator", "formRef", "formRefBinding")),
            entry(
                    "userTask",
                    Set.of(
                            "assignee",
                            "candidateGroups",
                            "candidateUsers",
                            "dueDate",
                            "followUpDate",
                            "priority",
                            "formRef",
                            "formRefBinding")),
            entry("serviceTask", Set.of("delegateExpression", "type", "topic", "taskPriority")),
            entry("sendTask", Set.of("delegateExpression", "type", "topic", "taskPriority")),
            entry("messageEventDefinition", Set.of("delegateExpression", "type", "topic", "taskPriority")),
            entry(
                    "businessRuleTask",
                    Set.of("decisionRef", "decisionRefBinding", "resultVariable", "mapDecisionResult")),
            entry("callActivity", Set.of("calledElementBinding")),
            entry("multiInstanceLoopCharacteristics", Set.of("collection", "elementVariable")),
            entry("error", Set.of("errorMessage")),
            entry("errorEventDefinition", Set.of("errorCodeVariable", "errorMessageVariable")),
            entry("escalationEventDefinition", Set.of("escalationCodeVariable")));

    /** Camunda's extension elements, each with its allowed attributes. */
    private static final Map<String, Set<String>> EXTENSIONS = Map.ofEntries(
            entry("properties", Set.of()),
            entry("property", Set.of("id", "name", "value")),
            entry("inputOutput", Set.of()),
            entry("inputParameter", Set.of("name")),
            entry("outputParameter", Set.of("name")),
            entry("failedJobRetryTimeCycle", Set.of()),
            entry("executionListener", Set.of("delegateExpression", "event")),
            entry("taskListener", Set.of("delegateExpression", "event", "id")),
            entry("in", Set.of("source", "sourceExpression", "target", "businessKey")),
            entry("out", Set.of("source", "sourceExpression", "target")));

    /** The element that each extension element stands in, if it is not extensionElements. */
    private static final Map<String, String> PARENTS = Map.of(
            "property", "properties",
            "inputParameter", "inputOutput",
            "outputParameter", "inputOutput");

    private static final Map<String, String> REFUSED_ATTRIBUTES = Map.ofEntries(
            entry("class", "Java-klasser är inte tillåtna i modeller"),
            entry("expression", "fria uttryck är inte tillåtna i modeller"),
            entry("resultVariable", "fria uttryck är inte tillåtna i modeller"),
            entry("formKey", "formuläret anges med formKey"),
            entry("variables", "alla variabler lämnas över på en gång"),
            entry("resource", "skript är inte tillåtna i modeller"),
            entry("scriptFormat", "skript är inte tillåtna i modeller"));

    private final String file;
    private final BpmnModelInstance model;
    private final FindingList findings;

    public LanguageCheck(String file, BpmnModelInstance model, FindingList findings) {
        this.file = file;
        this.model = model;
        this.findings = findings;
    }

    public void check() {
        // Camunda's model does not list attributes, so this reads the plain document.
        walk(((Document) model.getDocument().getDomSource().getNode()).getDocumentElement());
    }

    private void walk(Element element) {
        var namespace = element.getNamespaceURI();
        var name = element.getLocalName();
        if (ProcessFile.BPMN.equals(namespace)) {
            if (!ELEMENTS.contains(name)) {
                error(
                        element,
                        REFUSED_ELEMENTS.getOrDefault(
                                name, "elementet " + name + " hör inte till det språk som Tidig kör"),
                        isStep(name)
                                ? "ersätt det med en användaruppgift, en delegat, en tabell eller en exklusiv gateway"
                                : "ta bort det; det som bara ska läsas kan stå i en textanteckning");
                if (!isStep(name)) {
                    return;
                }
            }
            attributes(element, ATTRIBUTES.getOrDefault(name, Set.of()), true);
        } else if (ProcessFile.CAMUNDA.equals(namespace)) {
            if (!extension(element, name)) {
                return;
            }
        } else if (isForeign(element)) {
            error(element, "tillägget " + name + " är okänt för motorn", "ta bort det");
        } else {
            return;
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner);
            }
        }
    }

    /** Whether flows lead to it, so that what it does must be done in another way. */
    private static boolean isStep(String name) {
        return name.matches("(?!choreography|implicit).*([tT]ask|script|Event|Gateway|[sS]ubProcess|transaction)");
    }

    /** @return false if it is refused, whatever it holds */
    private boolean extension(Element element, String name) {
        if (!EXTENSIONS.containsKey(name)) {
            error(
                    element,
                    switch (name) {
                        case "script" -> "skript är inte tillåtna i modeller";
                        case "connector" -> "anslutningar (connector) är inte tillåtna i modeller";
                        case "formData", "formField" -> "formuläret ligger i modellen";
                        case "field" -> "fältinjektion är inte tillåten";
                        default -> "tillägget camunda:" + name + " hör inte till det språk som Tidig kör";
                    },
                    name.startsWith("form")
                            ? "gör ett formulär i forms/ och ange det som formRef"
                            : "använd en delegat, en tabell eller ett ämne (topic) i stället");
            return false;
        }
        var parent = element.getParentNode().getLocalName();
        if (!parent.equals(PARENTS.getOrDefault(name, "extensionElements"))) {
            error(
                    element,
                    "camunda:" + name + " står i " + parent + ", och där läser motorn det inte",
                    "lägg in det på nytt i Camunda Modeler");
        }
        attributes(element, EXTENSIONS.get(name), false);
        return true;
    }

    private void attributes(Element element, Set<String> allowed, boolean bpmn) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var name = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            var namespace = attribute.getNamespaceURI();
            var camunda = bpmn ? ProcessFile.CAMUNDA.equals(namespace) : namespace == null;
            var value = attribute.getNodeValue();
            if ((camunda || namespace == null && !name.equals("name")) && !value.equals(value.strip())) {
                error(
                        element,
                        "attributet " + attribute.getNodeName() + " har blanksteg först eller sist, \"" + value
                                + "\", och motorn läser dem som en del av värdet",
                        "ta bort blankstegen");
            }
            if (camunda && !allowed.contains(name) && !(bpmn && ANYWHERE.contains(name))) {
                error(
                        element,
                        REFUSED_ATTRIBUTES.getOrDefault(
                                name, "attributet " + attribute.getNodeName() + " är okänt eller inte tillåtet här"),
                        remedy(name));
            } else if (bpmn && namespace != null && !camunda && isUnknown(namespace)) {
                error(element, "attributet " + attribute.getNodeName() + " är okänt för motorn", "ta bort det");
            }
        }
    }

    private static String remedy(String attribute) {
        return switch (attribute) {
            case "class", "expression" -> "ange en delegat: camunda:delegateExpression=\"${delegat}\"";
            case "formKey" -> "ange formuläret med camunda:formRef och bindningen deployment";
            case "variables" -> "räkna upp variablerna en och en";
            default -> "ta bort det eller rätta stavningen";
        };
    }

    private static boolean isUnknown(String namespace) {
        return !namespace.equals(MODELER)
                && !namespace.startsWith("http://www.w3.org/")
                && !namespace.startsWith("http://bpmn.io/");
    }

    /**
     * Whether the element belongs to another tool. Diagram elements have their own check, and tools may add colours.
     */
    private static boolean isForeign(Element element) {
        var namespace = String.valueOf(element.getNamespaceURI());
        return !namespace.startsWith("http://www.omg.org/spec/") && isUnknown(namespace);
    }

    /** The id of the nearest element that is visible in the diagram. */
    private static String id(Element element) {
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            var shown = ProcessFile.BPMN.equals(at.getNamespaceURI())
                    && !at.getLocalName().endsWith("EventDefinition");
            if (shown && !at.getAttribute("id").isEmpty()) {
                return at.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    private void error(Element element, String cause, String remedy) {
        findings.error(file, id(element), cause, remedy);
    }
}
