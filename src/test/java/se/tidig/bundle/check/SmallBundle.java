package se.tidig.bundle.check;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.Vocabulary.DelegateWords;
import se.tidig.bundle.Vocabulary.FormWords;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.engine.Topic;

/** A small correct bundle with its vocabulary, which a test breaks in one place at a time. */
public final class SmallBundle {

    public static final String MAIN = "processes/small-case.bpmn";
    public static final String CHILD = "processes/small-child.bpmn";
    public static final String TABLE = "dmn/small-rules.dmn";
    public static final String GROUP_TABLE = "dmn/small-group.dmn";
    public static final String START = "forms/small-start.form";
    public static final String FORM = "forms/small-review.form";
    public static final String MAIL = "forms/mails/small-receipt.txt";
    public static final String MAIL_HTML = "forms/mails/small-receipt.html";
    public static final String LETTER = "forms/letters/small-decision.html";

    public static final Vocabulary WORDS = new Vocabulary(
            Map.of(
                    "registerCase",
                            new DelegateWords(
                                    "Registrera",
                                    Set.of("reference"),
                                    Map.of("registered", Set.of()),
                                    Set.of(),
                                    Map.of()),
                    "checkRules",
                            new DelegateWords(
                                    "Kontrollera",
                                    Set.of("reference", "registered"),
                                    Map.of("outcome", Set.of("GOOD", "BAD"), "deadline", Set.of()),
                                    Set.of("small-rules"),
                                    Map.of())),
            Map.of(
                    "small-start", new FormWords(Map.of("title", Set.of()), Map.of("origin", Set.of())),
                    "small-review", new FormWords(Map.of("position", Set.of("yes", "no")), Map.of())),
            Map.of("applicant", Set.of("name", "email"), "findings", Set.of("code", "reason")),
            Map.of(
                    "small.arrived",
                    Map.of("reference", Set.of(), "board", Set.of()),
                    "small.answered",
                    Map.of("answer", Set.of()),
                    "small.stopped",
                    Map.of()),
            Topic.all(),
            Map.of(
                    "small-rules",
                    new TableWords(
                            Map.of(
                                    "amount",
                                    Set.of(),
                                    "receivedAt",
                                    Set.of(),
                                    "partners.type",
                                    Set.of(),
                                    "partners.amount",
                                    Set.of()),
                            Set.of("small-start"),
                            Map.of("findings", Set.of(), "findings.code", Set.of("BIG", "LITTLE")),
                            false)));

    private final Map<String, String> files = new LinkedHashMap<>(
            Map.ofEntries(
                    entry(Bundle.DESCRIPTION, DESCRIPTION),
                    entry(MAIN, drawn(MAIN_PROCESS)),
                    entry(CHILD, drawn(CHILD_PROCESS)),
                    entry(TABLE, RULES),
                    entry(GROUP_TABLE, GROUPS),
                    entry(START, START_FORM),
                    entry(FORM, REVIEW_FORM),
                    entry(
                            MAIL,
                            "Ämne: Vi har tagit emot [(${applicant.name})]\n\nHej!\n[# th:if=\"${findings}\"]Mer följer.[/]\n"),
                    entry(
                            MAIL_HTML,
                            "<!DOCTYPE html>\n<html><body><p>Hej [[${applicant.name}]]&nbsp;!</p><br/></body></html>"),
                    entry(
                            LETTER,
                            "<!DOCTYPE html>\n<html xmlns:th=\"http://www.thymeleaf.org\"><body><p th:text=\"${applicant.name}\">N</p>"
                                    + "<ul><li th:each=\"f : ${findings}\" th:text=\"${f.reason + ' ' + #strings.trim(f.code)}\"></li></ul></body></html>")));

    public static SmallBundle sound() {
        return new SmallBundle();
    }

    /** Replaces a text that must occur in the file. */
    public SmallBundle change(String file, String from, String to) {
        if (!files.get(file).contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        files.put(file, files.get(file).replace(from, to));
        return this;
    }

    /** The same, with the diagram drawn again from the changed process. */
    public SmallBundle redraw(String file, String from, String to) {
        change(file, from, to);
        var text = files.get(file);
        files.put(file, drawn(text.substring(0, text.indexOf("<bpmndi:BPMNDiagram"))));
        return this;
    }

    public SmallBundle without(String file) {
        files.remove(file);
        return this;
    }

    public SmallBundle with(String file, String text) {
        files.put(file, text);
        return this;
    }

    public SmallBundle renamed(String from, String to) {
        files.put(to, files.remove(from));
        return this;
    }

    public Bundle bundle() {
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new Bundle(bytes);
    }

    public List<ModelFinding> findings() {
        return new BundleCheck(WORDS).check(bundle());
    }

    /** Adds a shape for every element: the check requires a drawing, not a good layout. */
    static String drawn(String process) {
        var diagram = new StringBuilder("<bpmndi:BPMNDiagram id=\"D\"><bpmndi:BPMNPlane id=\"P\" bpmnElement=\""
                + first(process, "<bpmn:process id=\"([^\"]+)\"") + "\">");
        var element = Pattern.compile(
                        "<bpmn:(startEvent|endEvent|\\w*Task|\\w*Gateway|subProcess|callActivity|intermediate\\w+|boundaryEvent|sequenceFlow) id=\"([^\"]+)\"")
                .matcher(process);
        while (element.find()) {
            var id = element.group(2);
            diagram.append(
                    element.group(1).equals("sequenceFlow")
                            ? "<bpmndi:BPMNEdge id=\"E_" + id + "\" bpmnElement=\"" + id
                                    + "\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"9\" y=\"1\"/></bpmndi:BPMNEdge>"
                            : "<bpmndi:BPMNShape id=\"S_" + id + "\" bpmnElement=\"" + id
                                    + "\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>");
        }
        return process.replace("</bpmn:definitions>", "") + diagram
                + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>";
    }

    private static String first(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static final String DESCRIPTION =
            """
            name: Liten bunt
            version: 1.0.0
            legalBasis: Förordning (2016:1364)
            checked: 2026-11-21
            groups:
              caseOfficers: Handläggare
              headsOfUnit: Enhetschefer
            stages:
              - id: received
                name: Inkommen
                english: Received
                elements: [small-case#serviceTask_register]
            """;

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions" targetNamespace="http://bpmn.io/schema/bpmn">
            """;

    private static final String RETRY =
            "<camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M</camunda:failedJobRetryTimeCycle>";

    private static final String MAIN_PROCESS = HEAD
            + """
              <bpmn:process id="small-case" name="Litet ärende" isExecutable="true" camunda:versionTag="1.0.0" camunda:historyTimeToLive="P3650D">
                <bpmn:startEvent id="startEvent_arrived" name="Inkommet"><bpmn:outgoing>flow_arrived</bpmn:outgoing><bpmn:messageEventDefinition id="m1" messageRef="message_arrived"/></bpmn:startEvent>
                <bpmn:startEvent id="startEvent_paper" name="Inkommet på papper" camunda:formRef="small-start" camunda:formRefBinding="deployment"><bpmn:outgoing>flow_paper</bpmn:outgoing></bpmn:startEvent>
                <bpmn:serviceTask id="serviceTask_register" name="Registrera" camunda:asyncBefore="true" camunda:delegateExpression="${registerCase}">
                  <bpmn:extensionElements>RETRY</bpmn:extensionElements>
                  <bpmn:incoming>flow_arrived</bpmn:incoming><bpmn:incoming>flow_paper</bpmn:incoming><bpmn:outgoing>flow_registered</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:serviceTask id="serviceTask_mail" name="Skicka kvitto" camunda:type="external" camunda:topic="notification.send">
                  <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="mail">small-receipt</camunda:inputParameter><camunda:inputParameter name="to">applicant</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>
                  <bpmn:incoming>flow_registered</bpmn:incoming><bpmn:outgoing>flow_mailed</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:subProcess id="subProcess_work" name="Handläggning">
                  <bpmn:incoming>flow_mailed</bpmn:incoming><bpmn:outgoing>flow_worked</bpmn:outgoing>
                  <bpmn:startEvent id="startEvent_work" name="Klart att handläggas"><bpmn:outgoing>flow_work</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:serviceTask id="serviceTask_check" name="Kontrollera" camunda:delegateExpression="${checkRules}"><bpmn:incoming>flow_work</bpmn:incoming><bpmn:incoming>flow_again</bpmn:incoming><bpmn:outgoing>flow_checked</bpmn:outgoing></bpmn:serviceTask>
                  <bpmn:exclusiveGateway id="gateway_outcome" name="Utfall?"><bpmn:incoming>flow_checked</bpmn:incoming><bpmn:outgoing>flow_good</bpmn:outgoing><bpmn:outgoing>flow_bad</bpmn:outgoing></bpmn:exclusiveGateway>
                  <bpmn:businessRuleTask id="ruleTask_group" name="Vem granskar?" camunda:decisionRef="small-group" camunda:decisionRefBinding="deployment" camunda:resultVariable="reviewGroup" camunda:mapDecisionResult="singleEntry"><bpmn:incoming>flow_good</bpmn:incoming><bpmn:outgoing>flow_grouped</bpmn:outgoing></bpmn:businessRuleTask>
                  <bpmn:userTask id="userTask_review" name="Granska" camunda:formRef="small-review" camunda:formRefBinding="deployment" camunda:candidateGroups="${reviewGroup}"><bpmn:incoming>flow_grouped</bpmn:incoming><bpmn:outgoing>flow_reviewed</bpmn:outgoing></bpmn:userTask>
                  <bpmn:userTask id="userTask_decide" name="Besluta" camunda:formRef="small-review" camunda:formRefBinding="deployment" camunda:candidateGroups="headsOfUnit">
                    <bpmn:extensionElements><camunda:properties><camunda:property name="excludedActorOf" value="userTask_review"/></camunda:properties></bpmn:extensionElements>
                    <bpmn:incoming>flow_reviewed</bpmn:incoming><bpmn:outgoing>flow_decided</bpmn:outgoing></bpmn:userTask>
                  <bpmn:eventBasedGateway id="eventGateway_answer" name="Invänta svar"><bpmn:incoming>flow_bad</bpmn:incoming><bpmn:outgoing>flow_answer</bpmn:outgoing><bpmn:outgoing>flow_deadline</bpmn:outgoing></bpmn:eventBasedGateway>
                  <bpmn:intermediateCatchEvent id="catch_answered" name="Svar"><bpmn:incoming>flow_answer</bpmn:incoming><bpmn:outgoing>flow_again</bpmn:outgoing><bpmn:messageEventDefinition id="m2" messageRef="message_answered"/></bpmn:intermediateCatchEvent>
                  <bpmn:intermediateCatchEvent id="catch_deadline" name="Sista dag"><bpmn:extensionElements>RETRY</bpmn:extensionElements><bpmn:incoming>flow_deadline</bpmn:incoming><bpmn:outgoing>flow_late</bpmn:outgoing><bpmn:timerEventDefinition id="t1"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadline}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                  <bpmn:endEvent id="endEvent_decided" name="Beslutat"><bpmn:incoming>flow_decided</bpmn:incoming></bpmn:endEvent>
                  <bpmn:endEvent id="endEvent_late" name="För sent"><bpmn:incoming>flow_late</bpmn:incoming></bpmn:endEvent>
                  <bpmn:sequenceFlow id="flow_work" sourceRef="startEvent_work" targetRef="serviceTask_check"/>
                  <bpmn:sequenceFlow id="flow_checked" sourceRef="serviceTask_check" targetRef="gateway_outcome"/>
                  <bpmn:sequenceFlow id="flow_good" name="Bra" sourceRef="gateway_outcome" targetRef="ruleTask_group"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'GOOD'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                  <bpmn:sequenceFlow id="flow_bad" name="Dåligt" sourceRef="gateway_outcome" targetRef="eventGateway_answer"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'BAD'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                  <bpmn:sequenceFlow id="flow_grouped" sourceRef="ruleTask_group" targetRef="userTask_review"/>
                  <bpmn:sequenceFlow id="flow_reviewed" sourceRef="userTask_review" targetRef="userTask_decide"/>
                  <bpmn:sequenceFlow id="flow_decided" sourceRef="userTask_decide" targetRef="endEvent_decided"/>
                  <bpmn:sequenceFlow id="flow_answer" sourceRef="eventGateway_answer" targetRef="catch_answered"/>
                  <bpmn:sequenceFlow id="flow_deadline" sourceRef="eventGateway_answer" targetRef="catch_deadline"/>
                  <bpmn:sequenceFlow id="flow_again" sourceRef="catch_answered" targetRef="serviceTask_check"/>
                  <bpmn:sequenceFlow id="flow_late" sourceRef="catch_deadline" targetRef="endEvent_late"/>
                </bpmn:subProcess>
                <bpmn:boundaryEvent id="boundary_stopped" name="Stoppat" attachedToRef="subProcess_work"><bpmn:outgoing>flow_stopped</bpmn:outgoing><bpmn:messageEventDefinition id="m3" messageRef="message_stopped"/></bpmn:boundaryEvent>
                <bpmn:parallelGateway id="gateway_split"><bpmn:incoming>flow_worked</bpmn:incoming><bpmn:outgoing>flow_left</bpmn:outgoing><bpmn:outgoing>flow_right</bpmn:outgoing></bpmn:parallelGateway>
                <bpmn:callActivity id="callActivity_child" name="Delärende" calledElement="small-child" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements><camunda:in businessKey="${reference}"/><camunda:in source="reference" target="reference"/><camunda:in source="board" target="board"/><camunda:out source="childResult" target="childResult"/></bpmn:extensionElements>
                  <bpmn:incoming>flow_left</bpmn:incoming><bpmn:outgoing>flow_called</bpmn:outgoing></bpmn:callActivity>
                <bpmn:serviceTask id="serviceTask_note" name="Anteckna" camunda:delegateExpression="${registerCase}"><bpmn:incoming>flow_right</bpmn:incoming><bpmn:outgoing>flow_noted</bpmn:outgoing></bpmn:serviceTask>
                <bpmn:parallelGateway id="gateway_join"><bpmn:incoming>flow_called</bpmn:incoming><bpmn:incoming>flow_noted</bpmn:incoming><bpmn:outgoing>flow_joined</bpmn:outgoing></bpmn:parallelGateway>
                <bpmn:endEvent id="endEvent_done" name="Klart"><bpmn:incoming>flow_joined</bpmn:incoming></bpmn:endEvent>
                <bpmn:endEvent id="endEvent_stopped" name="Stoppat"><bpmn:incoming>flow_stopped</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="flow_arrived" sourceRef="startEvent_arrived" targetRef="serviceTask_register"/>
                <bpmn:sequenceFlow id="flow_paper" sourceRef="startEvent_paper" targetRef="serviceTask_register"/>
                <bpmn:sequenceFlow id="flow_registered" sourceRef="serviceTask_register" targetRef="serviceTask_mail"/>
                <bpmn:sequenceFlow id="flow_mailed" sourceRef="serviceTask_mail" targetRef="subProcess_work"/>
                <bpmn:sequenceFlow id="flow_worked" sourceRef="subProcess_work" targetRef="gateway_split"/>
                <bpmn:sequenceFlow id="flow_left" sourceRef="gateway_split" targetRef="callActivity_child"/>
                <bpmn:sequenceFlow id="flow_right" sourceRef="gateway_split" targetRef="serviceTask_note"/>
                <bpmn:sequenceFlow id="flow_called" sourceRef="callActivity_child" targetRef="gateway_join"/>
                <bpmn:sequenceFlow id="flow_noted" sourceRef="serviceTask_note" targetRef="gateway_join"/>
                <bpmn:sequenceFlow id="flow_joined" sourceRef="gateway_join" targetRef="endEvent_done"/>
                <bpmn:sequenceFlow id="flow_stopped" sourceRef="boundary_stopped" targetRef="endEvent_stopped"/>
              </bpmn:process>
              <bpmn:message id="message_arrived" name="small.arrived"/>
              <bpmn:message id="message_answered" name="small.answered"/>
              <bpmn:message id="message_stopped" name="small.stopped"/>
            </bpmn:definitions>
            """
                    .replace("RETRY", RETRY);

    private static final String CHILD_PROCESS = HEAD
            + """
              <bpmn:process id="small-child" name="Delärende" isExecutable="true" camunda:versionTag="1.0.0" camunda:historyTimeToLive="P3650D">
                <bpmn:startEvent id="startEvent_child" name="Börjar"><bpmn:outgoing>flow_one</bpmn:outgoing></bpmn:startEvent>
                <bpmn:serviceTask id="serviceTask_child" name="Registrera" camunda:delegateExpression="${registerCase}"><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name="childResult">${registered}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>flow_one</bpmn:incoming><bpmn:outgoing>flow_two</bpmn:outgoing></bpmn:serviceTask>
                <bpmn:endEvent id="endEvent_child" name="Klart"><bpmn:incoming>flow_two</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="flow_one" sourceRef="startEvent_child" targetRef="serviceTask_child"/>
                <bpmn:sequenceFlow id="flow_two" sourceRef="serviceTask_child" targetRef="endEvent_child"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String DMN_HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions" name="Regler" namespace="http://camunda.org/schema/1.0/dmn">
            """;

    private static final String RULES = DMN_HEAD
            + """
              <decision id="small-rules" name="Regler" camunda:versionTag="1.0.0" camunda:historyTimeToLive="P3650D">
                <variable id="v1" name="findings"/>
                <informationRequirement id="r1"><requiredDecision href="#small-part"/></informationRequirement>
                <literalExpression id="l1"><text>{ findings: concatenate(get or else(part, []), for p in partners return p.type), late: count(partners[amount > 10]) > 0 }</text></literalExpression>
              </decision>
              <decision id="small-part" name="Del" camunda:versionTag="1.0.0" camunda:historyTimeToLive="P3650D">
                <decisionTable id="dt1" hitPolicy="COLLECT">
                  <input id="input_kind" label="Slag"><inputExpression id="ie1" typeRef="string"><text>kind</text></inputExpression></input>
                  <input id="input_amount" label="Belopp"><inputExpression id="ie2" typeRef="number"><text>amount</text></inputExpression></input>
                  <output id="o1" label="Fynd" name="part"/>
                  <rule id="rule_1"><inputEntry id="c1"><text>"small","large"</text></inputEntry><inputEntry id="c2"><text>&gt; 100</text></inputEntry><outputEntry id="c3"><text>{ code: "BIG", reason: title }</text></outputEntry></rule>
                  <rule id="rule_2"><inputEntry id="c4"><text>-</text></inputEntry><inputEntry id="c5"><text>[1..5]</text></inputEntry><outputEntry id="c6"><text>{ code: "LITTLE", reason: "Litet" }</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI><dmndi:DMNDiagram id="dd"><dmndi:DMNShape id="s1" dmnElementRef="small-rules"><dc:Bounds height="80" width="180" x="1" y="1"/></dmndi:DMNShape><dmndi:DMNShape id="s2" dmnElementRef="small-part"><dc:Bounds height="80" width="180" x="1" y="200"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
            </definitions>
            """;

    private static final String GROUPS = DMN_HEAD
            + """
              <decision id="small-group" name="Grupp" camunda:versionTag="1.0.0" camunda:historyTimeToLive="P3650D">
                <decisionTable id="dt2" hitPolicy="FIRST">
                  <input id="input_outcome" label="Utfall"><inputExpression id="ie3" typeRef="string"><text>outcome</text></inputExpression></input>
                  <output id="o2" label="Grupp" name="group" typeRef="string"/>
                  <rule id="g1"><inputEntry id="d1"><text>"GOOD"</text></inputEntry><outputEntry id="d2"><text>"caseOfficers"</text></outputEntry></rule>
                  <rule id="g2"><inputEntry id="d3"><text></text></inputEntry><outputEntry id="d4"><text>"headsOfUnit"</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI><dmndi:DMNDiagram id="dd"><dmndi:DMNShape id="s1" dmnElementRef="small-group"><dc:Bounds height="80" width="180" x="1" y="1"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
            </definitions>
            """;

    private static final String START_FORM =
            """
            {"type":"default","id":"small-start","schemaVersion":16,"executionPlatform":"Camunda Platform","executionPlatformVersion":"7.24.0","components":[
              {"type":"textfield","id":"Field_title","key":"title","label":"Rubrik","validate":{"required":true}},
              {"type":"radio","id":"Field_kind","key":"kind","label":"Slag","values":[{"label":"Liten","value":"small"},{"label":"Stor","value":"large"}]}
            ]}
            """;

    private static final String REVIEW_FORM =
            """
            {"type":"default","id":"small-review","schemaVersion":16,"executionPlatform":"Camunda Platform","executionPlatformVersion":"7.24.0","components":[
              {"type":"text","id":"Text_applicant","text":"Sökande: {{applicant.name}}"},
              {"type":"table","id":"Table_findings","label":"Fynd","dataSource":"=findings","rowCount":10,"columns":[{"key":"code","label":"Kod"}]},
              {"type":"radio","id":"Field_position","key":"position","label":"Ställning","values":[{"label":"Ja","value":"yes"},{"label":"Nej","value":"no"}]}
            ]}
            """;
}
