package se.tidig.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.tidig.bundle.check.SmallBundle.CHILD;
import static se.tidig.bundle.check.SmallBundle.FORM;
import static se.tidig.bundle.check.SmallBundle.GROUP_TABLE;
import static se.tidig.bundle.check.SmallBundle.LETTER;
import static se.tidig.bundle.check.SmallBundle.MAIL;
import static se.tidig.bundle.check.SmallBundle.MAIL_HTML;
import static se.tidig.bundle.check.SmallBundle.MAIN;
import static se.tidig.bundle.check.SmallBundle.START;
import static se.tidig.bundle.check.SmallBundle.TABLE;
import static se.tidig.bundle.check.SmallBundle.sound;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;

/** The bundle is broken in one place at a time: the finding names the file, the element and the cause. */
class BrokenBundleTest {

    private static final String D = Bundle.DESCRIPTION;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource({"files", "processes", "flows", "expressions", "dataflow", "tables", "forms", "texts", "description"})
    void aBrokenBundleIsRefusedWithFileElementAndCause(String file, String element, String cause, SmallBundle broken) {
        assertThat(broken.findings()).filteredOn(ModelFinding::isError).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.cause()).contains(cause);
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.toString()).doesNotContain("\n").doesNotContain("Exception");
        });
    }

    private static final String STYLE = "forms/letters/letter.css";
    private static final String PART = "forms/letters/parts/shared.html";

    private static SmallBundle styled(String linked, String style) {
        return sound().change(LETTER, "<body>", "<link rel=\"stylesheet\" href=\"" + linked + "\"/><body>")
                .with(STYLE, style);
    }

    @Test
    void lettersCanShareAStylesheetAndAnUnusedOneIsReported() {
        assertThat(styled("letter.css", "body > p { margin: 0 }").findings())
                .filteredOn(finding -> finding.file().startsWith("forms/letters/"))
                .isEmpty();
        assertThat(sound().change(LETTER, "<body>", "<link href=\"letter.css\" rel=\"stylesheet\" /><body>")
                        .with(STYLE, "body { margin: 0 }")
                        .findings())
                .filteredOn(finding -> finding.file().startsWith("forms/letters/"))
                .isEmpty();
        assertThat(sound().with(STYLE, "body { margin: 0 }").findings())
                .filteredOn(finding -> finding.file().equals(STYLE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isFalse());
    }

    private static SmallBundle inserting(String file, String part) {
        return sound().change(file, "<body>", "<body><th:block th:insert=\"~{" + part + "}\"/>")
                .with(PART, "<p>Hej</p>");
    }

    @Test
    void lettersCanShareATextAndAnUnusedOneIsReported() {
        assertThat(inserting(LETTER, "parts/shared").findings())
                .filteredOn(finding -> finding.file().startsWith("forms/letters/"))
                .isEmpty();
        assertThat(sound().with(PART, "<p>Hej</p>").findings())
                .filteredOn(finding -> finding.file().equals(PART))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isFalse());
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(MAIN, "", "tom", sound().with(MAIN, "")),
                arguments(MAIN, "rad 1", "inte välformad XML", sound().with(MAIN, "PK\u0003\u0004 junk")),
                arguments(MAIN, "", "ingen text", sound().with(MAIN, "a\u0000b")),
                arguments(
                        MAIN,
                        "rad 5",
                        "inte välformad XML",
                        sound().change(MAIN, "<bpmn:outgoing>flow_paper", "<bpmn:outgoing>flow_paper</bpmn:x>")),
                arguments(
                        MAIN,
                        "",
                        "DOCTYPE",
                        sound().change(
                                        MAIN,
                                        "<bpmn:definitions",
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")),
                arguments(
                        MAIN,
                        "",
                        "för djupt nästlad",
                        sound().with(MAIN, "<a>".repeat(50_000) + "</a>".repeat(50_000))),
                arguments(
                        TABLE,
                        "",
                        "för djupt nästlad",
                        sound().with(TABLE, "<a>".repeat(50_000) + "</a>".repeat(50_000))),
                arguments(MAIN, "", "för stor", sound().with(MAIN, "x".repeat(2_000_001))),
                arguments(
                        "dmn/",
                        "",
                        "saknas eller har inga tabeller",
                        sound().without(TABLE).without(GROUP_TABLE)),
                arguments(
                        "forms/",
                        "",
                        "saknas eller har inga formulär",
                        sound().without(START).without(FORM)),
                arguments(
                        "processes/",
                        "",
                        "saknas eller har inga processer",
                        sound().without(MAIN).without(CHILD)),
                arguments(
                        "processes/script.groovy",
                        "",
                        "hör inte till bunten",
                        sound().with("processes/script.groovy", "x")),
                arguments(
                        FORM,
                        "small-review",
                        "inte giltig JSON (rad 1)",
                        sound().change(FORM, "\"components\":[", "\"components\":[,")),
                arguments(FORM, "small-review", "inte giltig JSON (rad 1)", sound().with(FORM, "\"components\": []}")),
                arguments(FORM, "small-review", "inget Camunda-formulär", sound().with(FORM, "[]")),
                arguments(TABLE, "rad 1", "inte välformad XML", sound().with(TABLE, "inte en tabell")));
    }

    static Stream<Arguments> processes() {
        return Stream.of(
                arguments(
                        MAIN,
                        "small-case",
                        "\"P10Y\" går inte att tolka",
                        sound().change(MAIN, "TimeToLive=\"P3650D\"", "TimeToLive=\"P10Y\"")),
                arguments(
                        MAIN,
                        "small-case",
                        "historikens livslängd saknas",
                        sound().change(MAIN, " camunda:historyTimeToLive=\"P3650D\"", "")),
                arguments(
                        MAIN,
                        "small-case",
                        "versionsmärke saknas",
                        sound().change(MAIN, " camunda:versionTag=\"1.0.0\"", "")),
                arguments(
                        MAIN,
                        "small-case",
                        "inte körbar",
                        sound().change(MAIN, "isExecutable=\"true\"", "isExecutable=\"false\"")),
                arguments(
                        MAIN,
                        "small-cases",
                        "inte filens namn",
                        sound().change(MAIN, "\"small-case\"", "\"small-cases\"")),
                arguments(
                        "processes/Small.bpmn",
                        "small-case",
                        "inte filens namn",
                        sound().renamed(MAIN, "processes/Small.bpmn")),
                arguments(
                        CHILD,
                        "small-case",
                        "finns redan i " + MAIN,
                        sound().change(CHILD, "small-child", "small-case")),
                arguments(
                        MAIN,
                        "serviceTask_note",
                        "förekommer flera gånger",
                        sound().change(MAIN, "id=\"serviceTask_mail\"", "id=\"serviceTask_note\"")),
                arguments(
                        MAIN,
                        "small-case",
                        "inget diagram",
                        sound().change(
                                        MAIN,
                                        sound().bundle()
                                                .text(MAIN)
                                                .replaceAll(
                                                        "(?s).*(<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>).*", "$1"),
                                        "")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "finns inte i diagrammet",
                        sound().change(
                                        MAIN,
                                        "<bpmndi:BPMNShape id=\"S_userTask_decide\" bpmnElement=\"userTask_decide\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>",
                                        "")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "ritat i ett annat diagram än där det hör hemma",
                        sound().change(
                                        MAIN,
                                        "</bpmn:definitions>",
                                        "<bpmndi:BPMNDiagram id=\"D2\"><bpmndi:BPMNPlane id=\"P2\" bpmnElement=\"subProcess_work\"/></bpmndi:BPMNDiagram></bpmn:definitions>")),
                arguments(
                        MAIN,
                        "serviceTask_register",
                        "ingen regel för nya försök",
                        sound().change(
                                        MAIN,
                                        "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>",
                                        "")),
                arguments(
                        MAIN,
                        "catch_deadline",
                        "tidshändelsen har ingen regel",
                        sound().change(
                                        MAIN,
                                        "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>",
                                        "")),
                arguments(
                        MAIN,
                        "serviceTask_register",
                        "\"10 minuter\" går inte att tolka",
                        sound().change(MAIN, "PT10S,PT1M,PT10M", "10 minuter")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "inget formulär",
                        sound().change(
                                        MAIN,
                                        "name=\"Besluta\" camunda:formRef=\"small-review\" camunda:formRefBinding=\"deployment\"",
                                        "name=\"Besluta\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "bundet till latest",
                        sound().change(
                                        MAIN,
                                        "name=\"Besluta\" camunda:formRef=\"small-review\" camunda:formRefBinding=\"deployment\"",
                                        "name=\"Besluta\" camunda:formRef=\"small-review\" camunda:formRefBinding=\"latest\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "formuläret \"smal-review\" finns inte (menas \"small-review\"?)",
                        sound().change(
                                        MAIN,
                                        "name=\"Besluta\" camunda:formRef=\"small-review\"",
                                        "name=\"Besluta\" camunda:formRef=\"smal-review\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "ingen grupp",
                        sound().change(MAIN, " camunda:candidateGroups=\"headsOfUnit\"", "")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "gruppen \"headOfUnit\" finns inte",
                        sound().change(MAIN, "\"headsOfUnit\"", "\"headOfUnit\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "personer byts",
                        sound().change(MAIN, "camunda:candidateGroups=\"headsOfUnit\"", "camunda:assignee=\"anna\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "excludedActorOf nämner \"userTask_revew\"",
                        sound().change(MAIN, "value=\"userTask_review\"", "value=\"userTask_revew\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "conflictDeclaration är \"nej\"",
                        sound().change(
                                        MAIN,
                                        "value=\"userTask_review\"/>",
                                        "value=\"userTask_review\"/><camunda:property name=\"conflictDeclaration\" value=\"nej\"/>")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "som ingen människa gör",
                        sound().change(MAIN, "value=\"userTask_review\"", "value=\"ruleTask_group\"")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "nämner uppgiften själv",
                        sound().change(MAIN, "value=\"userTask_review\"", "value=\"userTask_decide\"")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "inte kan göras före",
                        sound().change(
                                        MAIN,
                                        "camunda:candidateGroups=\"${reviewGroup}\">",
                                        "camunda:candidateGroups=\"${reviewGroup}\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"excludedActorOf\" value=\"userTask_decide\"/></camunda:properties></bpmn:extensionElements>")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "egenskapen \"excludedActor\" är okänd",
                        sound().change(MAIN, "excludedActorOf", "excludedActor")),
                arguments(
                        MAIN,
                        "ruleTask_group",
                        "tabellen \"small-grupp\" finns inte",
                        sound().change(MAIN, "decisionRef=\"small-group\"", "decisionRef=\"small-grupp\"")),
                arguments(
                        MAIN,
                        "ruleTask_group",
                        "bundet till senaste version",
                        sound().change(MAIN, " camunda:decisionRefBinding=\"deployment\"", "")),
                arguments(
                        MAIN,
                        "ruleTask_group",
                        "blir inte ett värde som processen kan läsa",
                        sound().change(MAIN, " camunda:mapDecisionResult=\"singleEntry\"", "")),
                arguments(
                        MAIN,
                        "callActivity_child",
                        "processen \"small-kid\" finns inte",
                        sound().change(MAIN, "calledElement=\"small-child\"", "calledElement=\"small-kid\"")),
                arguments(
                        MAIN,
                        "callActivity_child",
                        "bundet till version",
                        sound().change(
                                        MAIN,
                                        "calledElementBinding=\"deployment\"",
                                        "calledElementBinding=\"version\"")),
                arguments(
                        MAIN,
                        "message_answered",
                        "Tidig har inget meddelande \"small.anwsered\"",
                        sound().change(MAIN, "small.answered", "small.anwsered")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "ämnet \"notification.sent\" finns inte",
                        sound().change(MAIN, "notification.send", "notification.sent")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "typen external saknas",
                        sound().change(MAIN, "camunda:type=\"external\" ", "")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "mejlet \"small-reciept\" finns inte",
                        sound().change(MAIN, ">small-receipt<", ">small-reciept<")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "ingen indata \"mejl\"",
                        sound().change(MAIN, "name=\"mail\"", "name=\"mejl\"")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "mottagaren \"everyone\" är okänd",
                        sound().change(MAIN, ">applicant<", ">everyone<")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "gruppen \"bosses\"",
                        sound().change(MAIN, ">applicant<", ">group:bosses<")),
                arguments(
                        MAIN,
                        "serviceTask_mail",
                        "brevet \"small-decison\" finns inte",
                        sound().change(
                                        MAIN,
                                        "<camunda:inputParameter name=\"mail\">small-receipt<",
                                        "<camunda:inputParameter name=\"letter\">small-decison<")),
                arguments(
                        MAIN,
                        "catch_deadline",
                        "går inte att tolka som datum",
                        sound().change(MAIN, ">${deadline}<", ">imorgon<")),
                arguments(
                        MAIN,
                        "catch_deadline",
                        "tiden saknas",
                        sound().change(
                                        MAIN,
                                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadline}</bpmn:timeDate>",
                                        "")),
                arguments(
                        MAIN,
                        "startEvent_work",
                        "saknar svenskt namn",
                        sound().change(MAIN, " name=\"Klart att handläggas\"", "")));
    }

    static Stream<Arguments> flows() {
        return Stream.of(
                arguments(
                        MAIN,
                        "flow_reviewed",
                        "mål \"userTask_decided\"",
                        sound().change(MAIN, "targetRef=\"userTask_decide\"", "targetRef=\"userTask_decided\"")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "inget flöde leder vidare",
                        sound().redraw(
                                        MAIN,
                                        "<bpmn:sequenceFlow id=\"flow_reviewed\" sourceRef=\"userTask_review\" targetRef=\"userTask_decide\"/>",
                                        "")
                                .change(MAIN, "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>", "")
                                .change(MAIN, "<bpmn:incoming>flow_reviewed</bpmn:incoming>", "")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "ingen väg leder hit",
                        sound().redraw(
                                        MAIN,
                                        "<bpmn:sequenceFlow id=\"flow_reviewed\" sourceRef=\"userTask_review\" targetRef=\"userTask_decide\"/>",
                                        "")
                                .change(MAIN, "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>", "")
                                .change(MAIN, "<bpmn:incoming>flow_reviewed</bpmn:incoming>", "")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "ingen väg leder härifrån till något slut",
                        sound().change(
                                        MAIN,
                                        "id=\"flow_reviewed\" sourceRef=\"userTask_review\" targetRef=\"userTask_decide\"",
                                        "id=\"flow_reviewed\" sourceRef=\"userTask_review\" targetRef=\"userTask_review\"")),
                arguments(
                        MAIN,
                        "gateway_outcome",
                        "inget flöde tar outcome = BAD",
                        sound().change(MAIN, "${outcome == 'BAD'}", "${outcome == 'GOOD' || 'GOOD' == outcome}")),
                arguments(
                        MAIN,
                        "flow_bad",
                        "saknar villkor",
                        sound().change(
                                        MAIN,
                                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'BAD'}</bpmn:conditionExpression>",
                                        "")),
                arguments(
                        MAIN,
                        "flow_bad",
                        "det förvalda flödet har ett villkor",
                        sound().change(MAIN, "name=\"Utfall?\"", "name=\"Utfall?\" default=\"flow_bad\"")),
                arguments(MAIN, "flow_bad", "saknar svenskt namn", sound().change(MAIN, " name=\"Dåligt\"", "")),
                arguments(
                        MAIN,
                        "gateway_join",
                        "väntar på parallella vägar",
                        sound().change(
                                        MAIN,
                                        "<bpmn:parallelGateway id=\"gateway_split\">",
                                        "<bpmn:exclusiveGateway id=\"gateway_split\" name=\"Väg?\" default=\"flow_left\">")
                                .change(
                                        MAIN,
                                        "<bpmn:outgoing>flow_right</bpmn:outgoing></bpmn:parallelGateway>",
                                        "<bpmn:outgoing>flow_right</bpmn:outgoing></bpmn:exclusiveGateway>")),
                arguments(
                        MAIN,
                        "flow_joined",
                        "resten görs flera gånger",
                        sound().change(
                                        MAIN,
                                        "<bpmn:parallelGateway id=\"gateway_join\">",
                                        "<bpmn:exclusiveGateway id=\"gateway_join\">")
                                .change(
                                        MAIN,
                                        "<bpmn:outgoing>flow_joined</bpmn:outgoing></bpmn:parallelGateway>",
                                        "<bpmn:outgoing>flow_joined</bpmn:outgoing></bpmn:exclusiveGateway>")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "flera flöden leder vidare utan gateway",
                        sound().redraw(
                                        MAIN,
                                        "<bpmn:sequenceFlow id=\"flow_decided\"",
                                        "<bpmn:sequenceFlow id=\"flow_extra\" sourceRef=\"userTask_review\" targetRef=\"endEvent_decided\"/><bpmn:sequenceFlow id=\"flow_decided\"")
                                .change(
                                        MAIN,
                                        "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>",
                                        "<bpmn:outgoing>flow_reviewed</bpmn:outgoing><bpmn:outgoing>flow_extra</bpmn:outgoing>")
                                .change(
                                        MAIN,
                                        "<bpmn:incoming>flow_decided</bpmn:incoming>",
                                        "<bpmn:incoming>flow_decided</bpmn:incoming><bpmn:incoming>flow_extra</bpmn:incoming>")),
                arguments(
                        MAIN,
                        "boundary_stopped",
                        "fäste \"subProcess_wrok\"",
                        sound().change(MAIN, "attachedToRef=\"subProcess_work\"", "attachedToRef=\"subProcess_wrok\"")),
                arguments(
                        MAIN,
                        "boundary_stopped",
                        "säger inte vilket",
                        sound().change(MAIN, " messageRef=\"message_stopped\"", "")),
                arguments(
                        MAIN,
                        "eventGateway_answer",
                        "bara händelser stå",
                        sound().change(
                                        MAIN,
                                        "id=\"flow_deadline\" sourceRef=\"eventGateway_answer\" targetRef=\"catch_deadline\"",
                                        "id=\"flow_deadline\" sourceRef=\"eventGateway_answer\" targetRef=\"endEvent_late\"")),
                arguments(
                        MAIN,
                        "subProcess_work",
                        "starten saknas",
                        sound().change(
                                        MAIN,
                                        "<bpmn:startEvent id=\"startEvent_work\" name=\"Klart att handläggas\">",
                                        "<bpmn:intermediateThrowEvent id=\"startEvent_work\" name=\"Klart\">")
                                .change(
                                        MAIN,
                                        "<bpmn:outgoing>flow_work</bpmn:outgoing></bpmn:startEvent>",
                                        "<bpmn:outgoing>flow_work</bpmn:outgoing></bpmn:intermediateThrowEvent>")));
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "delegaten \"checkRule\" finns inte (menas \"checkRules\"?)",
                        sound().change(MAIN, "${checkRules}", "${checkRule}")),
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "fritt",
                        sound().change(MAIN, "${checkRules}", "${checkRules.execute(execution)}")),
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "Java-klasser är inte tillåtna",
                        sound().change(
                                        MAIN,
                                        "camunda:delegateExpression=\"${checkRules}\"",
                                        "camunda:class=\"se.tidig.CheckRules\"")),
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "fria uttryck är inte tillåtna",
                        sound().change(
                                        MAIN,
                                        "camunda:delegateExpression=\"${checkRules}\"",
                                        "camunda:expression=\"${1}\"")),
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "ingenting utför steget",
                        sound().change(MAIN, " camunda:delegateExpression=\"${checkRules}\"", "")),
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "camunda:delegatExpression är okänt",
                        sound().change(
                                        MAIN,
                                        "camunda:delegateExpression=\"${checkRules}\"",
                                        "camunda:delegatExpression=\"${checkRules}\"")),
                arguments(
                        MAIN,
                        "serviceTask_register",
                        "skript är inte tillåtna",
                        sound().change(
                                        MAIN,
                                        "<camunda:failedJobRetryTimeCycle>",
                                        "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">x</camunda:script></camunda:executionListener><camunda:failedJobRetryTimeCycle>")),
                arguments(
                        MAIN,
                        "serviceTask_register",
                        "anslutningar (connector)",
                        sound().change(
                                        MAIN,
                                        "<camunda:failedJobRetryTimeCycle>",
                                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector><camunda:failedJobRetryTimeCycle>")),
                arguments(
                        MAIN,
                        "serviceTask_note",
                        "skript är inte tillåtna",
                        sound().change(
                                        MAIN,
                                        "<bpmn:serviceTask id=\"serviceTask_note\" name=\"Anteckna\" camunda:delegateExpression=\"${registerCase}\">",
                                        "<bpmn:scriptTask id=\"serviceTask_note\" name=\"Anteckna\" scriptFormat=\"groovy\">")
                                .change(
                                        MAIN,
                                        "<bpmn:outgoing>flow_noted</bpmn:outgoing></bpmn:serviceTask>",
                                        "<bpmn:outgoing>flow_noted</bpmn:outgoing><bpmn:script>x</bpmn:script></bpmn:scriptTask>")),
                arguments(
                        MAIN,
                        "flow_good",
                        "når motorn genom \"execution\"",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${execution == 'GOOD'}")),
                arguments(
                        MAIN,
                        "flow_good",
                        "fritt",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${outcome.length() == 4}")),
                arguments(
                        MAIN,
                        "flow_good",
                        "fritt",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${outcome['x'] == 4}")),
                arguments(
                        MAIN,
                        "flow_good",
                        "går inte att tolka",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${outcome == 'GOOD'")),
                arguments(
                        MAIN,
                        "flow_good",
                        "går inte att tolka",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${outcome == }")),
                arguments(
                        MAIN,
                        "flow_good",
                        "inget villkor",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "outcome == 'GOOD'")),
                arguments(
                        MAIN,
                        "flow_good",
                        "räknar",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${outcome + 1 == 2}")),
                arguments(
                        MAIN,
                        "flow_good",
                        "är ett skript",
                        sound().change(
                                        MAIN,
                                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'GOOD'}",
                                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">${outcome == 'GOOD'}")),
                arguments(
                        MAIN,
                        "flow_good",
                        "aldrig värdet \"GODD\" (menas \"GOOD\"?)",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${outcome == 'GODD'}")),
                arguments(
                        MAIN,
                        "catch_deadline",
                        "fritt",
                        sound().change(MAIN, ">${deadline}<", ">${deadline.plusDays(1)}<")),
                arguments(
                        MAIN,
                        "callActivity_child",
                        "alla variabler",
                        sound().change(
                                        MAIN,
                                        "<camunda:in source=\"board\" target=\"board\"/>",
                                        "<camunda:in variables=\"all\"/>")));
    }

    static Stream<Arguments> dataflow() {
        return Stream.of(
                arguments(
                        MAIN,
                        "flow_good",
                        "läser variabeln \"utcome\", som ingenting i processen skriver (menas \"outcome\"?)",
                        sound().change(MAIN, "${outcome == 'GOOD'}", "${utcome == 'GOOD'}")),
                arguments(
                        MAIN,
                        "serviceTask_register",
                        "läser variabeln \"childResult\", som ingenting före skriver",
                        sound().change(
                                        MAIN,
                                        "camunda:asyncBefore=\"true\" camunda",
                                        "camunda:asyncBefore=\"true\" camunda:jobPriority=\"${childResult}\" camunda")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "läser variabeln \"answer\", som inte är skriven på alla vägar hit",
                        sound().change(
                                        MAIN,
                                        "camunda:candidateGroups=\"${reviewGroup}\"",
                                        "camunda:candidateGroups=\"${reviewGroup}\" camunda:assignee=\"${answer}\"")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "läser variabeln \"origin\", som ingenting före skriver från startEvent_arrived",
                        sound().change(
                                        MAIN,
                                        "camunda:candidateGroups=\"${reviewGroup}\"",
                                        "camunda:candidateGroups=\"${reviewGroup}\" camunda:assignee=\"${origin}\"")),
                arguments(
                        MAIN,
                        "serviceTask_check",
                        "delegaten checkRules läser variabeln \"registered\"",
                        sound().change(
                                        MAIN,
                                        "name=\"Registrera\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${registerCase}\"",
                                        "name=\"Registrera\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${checkRules}\"")),
                arguments(
                        CHILD,
                        "serviceTask_child",
                        "läser variabeln \"reference\"",
                        sound().change(MAIN, "<camunda:in source=\"reference\" target=\"reference\"/>", "")),
                arguments(
                        MAIN,
                        "callActivity_child",
                        "hämtar variabeln \"childResul\"",
                        sound().change(MAIN, "source=\"childResult\"", "source=\"childResul\"")),
                arguments(
                        MAIN,
                        "callActivity_child",
                        "läser variabeln \"bord\"",
                        sound().change(MAIN, "source=\"board\"", "source=\"bord\"")),
                arguments(
                        MAIN,
                        "ruleTask_group",
                        "läser \"outcom\", som inte finns (menas \"outcome\"?)",
                        sound().change(GROUP_TABLE, ">outcome<", ">outcom<")),
                arguments(
                        MAIN,
                        "userTask_review",
                        "läser variabeln \"reviewGrupp\"",
                        sound().change(MAIN, "${reviewGroup}", "${reviewGrupp}")));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        TABLE,
                        "small-part kolumn Slag",
                        "läser \"kinds\", som inte finns (menas \"kind\"?)",
                        sound().change(TABLE, ">kind<", ">kinds<")),
                arguments(
                        TABLE,
                        "small-part rad 1 kolumn Fynd",
                        "läser \"titel\"",
                        sound().change(TABLE, "reason: title", "reason: titel")),
                arguments(TABLE, "small-rules", "läser \".typ\"", sound().change(TABLE, "p.type", "p.typ")),
                arguments(
                        TABLE,
                        "small-rules",
                        "funktionen \"concatenat\"",
                        sound().change(TABLE, "concatenate(", "concatenat(")),
                arguments(
                        TABLE,
                        "small-rules",
                        "fel antal",
                        sound().change(TABLE, "get or else(part, [])", "get or else(part)")),
                arguments(
                        TABLE,
                        "small-rules",
                        "går inte att tolka",
                        sound().change(TABLE, "concatenate(get", "concatenate((get")),
                arguments(
                        TABLE,
                        "small-part rad 1 kolumn Belopp",
                        "går inte att tolka",
                        sound().change(TABLE, "&gt; 100", "&gt; &gt; 100")),
                arguments(
                        TABLE,
                        "small-part rad 1 kolumn Slag",
                        "värdet \"smal\" kan aldrig komma",
                        sound().change(TABLE, "\"small\",\"large\"", "\"smal\",\"large\"")),
                arguments(
                        TABLE,
                        "small-part rad 1 kolumn Slag",
                        "läser \"small\"",
                        sound().change(TABLE, "\"small\",\"large\"", "small")),
                arguments(
                        TABLE,
                        "small-part rad 1 kolumn Belopp",
                        "jämför med texten",
                        sound().change(TABLE, "&gt; 100", "\"100\"")),
                arguments(
                        TABLE,
                        "small-part kolumn Belopp",
                        "typen \"date\"",
                        sound().change(TABLE, "typeRef=\"number\"", "typeRef=\"date\"")),
                arguments(
                        TABLE,
                        "small-rules",
                        "utdata \"findings\" saknas",
                        sound().change(TABLE, "{ findings:", "{ finding:")),
                arguments(
                        TABLE,
                        "small-rules",
                        "läser \"part\"",
                        sound().change(TABLE, "name=\"part\"", "name=\"parts\"")),
                arguments(
                        TABLE,
                        "small-rules",
                        "versionsmärke saknas",
                        sound().change(TABLE, "name=\"Regler\" camunda:versionTag=\"1.0.0\"", "name=\"Regler\"")),
                arguments(
                        TABLE,
                        "small-part",
                        "historikens livslängd saknas",
                        sound().change(
                                        TABLE,
                                        "name=\"Del\" camunda:versionTag=\"1.0.0\" camunda:historyTimeToLive=\"P3650D\"",
                                        "name=\"Del\" camunda:versionTag=\"1.0.0\"")),
                arguments(
                        TABLE,
                        "small-part",
                        "finns inte i diagrammet",
                        sound().change(TABLE, "dmnElementRef=\"small-part\"", "dmnElementRef=\"small-rules\"")),
                arguments(
                        "dmn/small-rules.dmn",
                        "small-rules",
                        "finns inte men används av Tidig",
                        sound().change(TABLE, "small-rules", "small-ruler")),
                arguments(
                        "dmn/other.dmn",
                        "",
                        "ingen tabell i filen heter som filen",
                        sound().renamed(TABLE, "dmn/other.dmn")),
                arguments(
                        TABLE,
                        "r1",
                        "hänvisar till small-parts",
                        sound().change(TABLE, "href=\"#small-part\"", "href=\"#small-parts\"")),
                arguments(
                        TABLE,
                        "small-part rad 1",
                        "utdatacell är tom",
                        sound().change(TABLE, "{ code: \"BIG\", reason: title }", "")),
                arguments(
                        GROUP_TABLE,
                        "small-group rad 2",
                        "samma villkor",
                        sound().change(GROUP_TABLE, "id=\"d3\"><text></text>", "id=\"d3\"><text>\"GOOD\"</text>")),
                arguments(MAIN, "ruleTask_group", "flera rader", sound().change(GROUP_TABLE, "FIRST", "COLLECT")),
                arguments(
                        GROUP_TABLE,
                        "small-group rad 1",
                        "inte lika många celler",
                        sound().change(GROUP_TABLE, "<inputEntry id=\"d1\"><text>\"GOOD\"</text></inputEntry>", "")));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments(
                        FORM,
                        "small-reviews",
                        "inte filens namn",
                        sound().change(FORM, "\"id\":\"small-review\"", "\"id\":\"small-reviews\"")),
                arguments(
                        FORM,
                        "position",
                        "frågan \"position\" saknas",
                        sound().change(FORM, "\"key\":\"position\"", "\"key\":\"positions\"")),
                arguments(FORM, "small-review", "finns inte men läses av Tidig", sound().without(FORM)),
                arguments(MAIN, "userTask_review", "formuläret \"small-review\" finns inte", sound().without(FORM)));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        MAIL,
                        "rad 1",
                        "visar \"aplicant\", som inte finns (menas \"applicant\"?)",
                        sound().change(MAIL, "applicant", "aplicant")),
                arguments(MAIL, "rad 1", "\"applicant.nam\"", sound().change(MAIL, "applicant.name", "applicant.nam")),
                arguments(MAIL, "rad 1", "ämnesrad", sound().change(MAIL, "Ämne: ", "")),
                arguments(MAIL, "rad 2", "inte tom", sound().change(MAIL, "\n\nHej", "\nHej")),
                arguments(MAIL, "", "avslutas inte", sound().change(MAIL, "[/]", "")),
                arguments(
                        MAIL,
                        "rad 4",
                        "[/] avslutar inget",
                        sound().change(MAIL, "[/]", "").change(MAIL, "[# ", "[/][# ")),
                arguments(MAIL, "rad 4", "går inte att tolka", sound().change(MAIL, "${findings}", "${findings &&}")),
                arguments(MAIL, "rad 1", "uttrycket är tomt", sound().change(MAIL, "${applicant.name}", "")),
                arguments(
                        MAIL,
                        "rad 1",
                        "uttrycket ${applicant.name} ${applicant.email} går inte att tolka",
                        sound().change(MAIL, "${applicant.name}", "${applicant.name} ${applicant.email}")),
                arguments(MAIL, "rad 4", "uttrycket är tomt", sound().change(MAIL, "${findings}", "")),
                arguments(
                        MAIL_HTML,
                        "rad 2",
                        "th:remove=\"true\" säger inte vad som ska tas bort",
                        sound().change(MAIL_HTML, "<br/>", "<br th:remove=\"true\"/>")),
                arguments(MAIL_HTML, "", "bara i den andra formen", sound().without(MAIL_HTML)),
                arguments(MAIL_HTML, "rad 2", "inte välformad", sound().change(MAIL_HTML, "<br/>", "<br>")),
                arguments(
                        MAIL_HTML,
                        "rad 2",
                        "når Tidigs kod",
                        sound().change(MAIL_HTML, "${applicant.name}", "${T(java.lang.Runtime).getRuntime()}")),
                arguments(
                        MAIL_HTML,
                        "rad 2",
                        "anropar",
                        sound().change(MAIL_HTML, "${applicant.name}", "${applicant.name.getClass()}")),
                arguments(
                        MAIL_HTML,
                        "rad 2",
                        "visas som det är",
                        sound().change(MAIL_HTML, "[[${applicant.name}]]", "${applicant.name}")),
                arguments(
                        LETTER,
                        "rad 2",
                        "th:txt är okänt",
                        sound().change(LETTER, "th:text=\"${applicant.name}\"", "th:txt=\"${applicant.name}\"")),
                arguments(LETTER, "rad 2", "visar \"finding\"", sound().change(LETTER, "${findings}", "${finding}")),
                arguments(LETTER, "", "skript", sound().change(LETTER, "<body>", "<body><script>1</script>")),
                arguments(
                        LETTER,
                        "",
                        "formatmallen \"lettre.css\" finns inte",
                        styled("lettre.css", "body { margin: 0 }")),
                arguments(
                        LETTER,
                        "",
                        "går inte att tolka",
                        styled("https://example.org/letter.css", "body { margin: 0 }")),
                arguments(LETTER, "", "texten \"share\" finns inte", inserting(LETTER, "parts/share")),
                arguments(LETTER, "", "går inte att tolka", inserting(LETTER, "shared")),
                arguments(MAIL_HTML, "", "bara ett brev kan infoga", inserting(MAIL_HTML, "parts/shared")),
                arguments(
                        PART,
                        "rad 1",
                        "visar \"applicant.nam\"",
                        inserting(LETTER, "parts/shared").with(PART, "<p th:text=\"${applicant.nam}\">Hej</p>")),
                arguments(
                        PART,
                        "",
                        "bara ett brev kan infoga",
                        inserting(LETTER, "parts/shared")
                                .with(PART, "<div><th:block th:insert=\"~{parts/shared}\"/></div>")),
                arguments(STYLE, "", "hämtar något utifrån", styled("letter.css", "@import 'other.css';")),
                arguments(
                        STYLE,
                        "",
                        "hämtar något utifrån",
                        styled("letter.css", "body { background: url(file:///etc/passwd) }")),
                arguments(STYLE, "", "tecken som inte får stå", styled("letter.css", "</style><p>Hej</p>")));
    }

    static Stream<Arguments> description() {
        return Stream.of(
                arguments(D, "", "filen saknas", sound().without(D)),
                arguments(D, "rad 3", "inte giltig YAML", sound().change(D, "legalBasis: F", "  legalBasis: F")),
                arguments(D, "version", "uppgiften saknas", sound().change(D, "version: 1.0.0\n", "")),
                arguments(D, "version", "inte formen", sound().change(D, "version: 1.0.0", "version: ett")),
                arguments(D, "grupper", "okänd uppgift", sound().change(D, "groups:", "grupper:")),
                arguments(D, "checked", "inget datum", sound().change(D, "checked: 2026-11-21", "checked: igår")),
                arguments(
                        D,
                        "rulesOfTheDay",
                        "tabellen \"small-rule\" finns inte (menas \"small-rules\"?)",
                        sound().change(D, "groups:", "rulesOfTheDay: [small-rule]\ngroups:")),
                arguments(
                        D,
                        "rulesOfTheDay",
                        "ingen lista",
                        sound().change(D, "groups:", "rulesOfTheDay: small-rules\ngroups:")),
                arguments(
                        D,
                        "removed",
                        "står som borttagen men finns i bunten",
                        sound().change(D, "groups:", "removed: [" + MAIL + "]\ngroups:")),
                arguments(
                        MAIN,
                        "userTask_decide",
                        "gruppen \"headsOfUnit\" finns inte",
                        sound().change(D, "  headsOfUnit: Enhetschefer\n", "")),
                arguments(
                        D,
                        "received",
                        "elementet \"serviceTask_registr\" finns inte",
                        sound().change(D, "small-case#serviceTask_register", "small-case#serviceTask_registr")),
                arguments(D, "received", "processen \"small\" finns inte", sound().change(D, "small-case#", "small#")));
    }
}
