package se.tidig.bundle.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.tidig.bundle.check.SmallBundle.CHILD;
import static se.tidig.bundle.check.SmallBundle.GROUP_TABLE;
import static se.tidig.bundle.check.SmallBundle.MAIN;
import static se.tidig.bundle.check.SmallBundle.TABLE;
import static se.tidig.bundle.check.SmallBundle.sound;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.check.SmallBundle;
import se.tidig.bundle.check.finding.FindingList;

/** Models made with other tools or by hand: the check reports everything that the engine refuses, and only that. */
class ForeignModelTest {

    private static final String TASK = "<bpmn:userTask id=\"userTask_review\" name=\"Granska\"";
    private static final String IN_TASK = "${reviewGroup}\"><bpmn:incoming>";
    private static final String BOUNDARY = "attachedToRef=\"subProcess_work\"";
    private static final String ADHOC =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x" id="d">
              <bpmn:process id="adhoc" isExecutable="true">
                <bpmn:startEvent id="start"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent>
                <bpmn:adHocSubProcess id="ad"><bpmn:incoming>f</bpmn:incoming></bpmn:adHocSubProcess>
                <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="ad"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource({"engineRefuses", "tooLong", "readAtRunTime", "ofTheWrongKind", "withoutFooting", "tables"})
    void whatTheEngineRefusesIsReportedWithFileElementAndCause(
            String file, String element, String cause, SmallBundle broken) {
        var findings = broken.findings();
        assertThat(findings).filteredOn(ModelFinding::isError).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.cause()).contains(cause);
        });
        assertThat(findings).allSatisfy(finding -> assertThat(finding.toString())
                .doesNotContain("Exception")
                .doesNotContain("kan inte kontrolleras färdigt")
                .doesNotContain("XML-läsaren säger")
                .doesNotContain("på engelska"));
    }

    private static Arguments main(String element, String cause, String from, String to) {
        return arguments(MAIN, element, cause, sound().change(MAIN, from, to));
    }

    static Stream<Arguments> engineRefuses() {
        return Stream.of(
                main(
                        "catch_answered",
                        "säger inte vad den väntar på",
                        "<bpmn:messageEventDefinition id=\"m2\" messageRef=\"message_answered\"/>",
                        ""),
                main(
                        "boundary_stopped",
                        "en definition som motorn inte kör på ett steg",
                        "<bpmn:messageEventDefinition id=\"m3\" messageRef=\"message_stopped\"/>",
                        "<bpmn:linkEventDefinition id=\"m3\" name=\"x\"/>"),
                main(
                        "callActivity_child",
                        "lämnar ingenting",
                        "<camunda:in businessKey=\"${reference}\"/>",
                        "<camunda:in/>"),
                main(
                        "callActivity_child",
                        "tomt sourceExpression",
                        "<camunda:in source=\"board\"",
                        "<camunda:in sourceExpression=\"\""),
                main(
                        "callActivity_child",
                        "saknar target",
                        "<camunda:in source=\"board\" target=\"board\"/>",
                        "<camunda:in source=\"board\"/>"),
                inTask("säger inte hur många gånger", "<bpmn:multiInstanceLoopCharacteristics id=\"mi\"/>"),
                inTask(
                        "elementVariable men ingen collection",
                        "<bpmn:multiInstanceLoopCharacteristics id=\"mi\" camunda:elementVariable=\"one\">"
                                + "<bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                inTask(
                        "en tom loopCardinality",
                        "<bpmn:multiInstanceLoopCharacteristics id=\"mi\"><bpmn:loopCardinality/>"
                                + "</bpmn:multiInstanceLoopCharacteristics>"),
                listener("lyssnaren säger inte vid vilket event", ""),
                listener("lyssnarens event är inget av create|assignment", "event=\"begin\""),
                listener("en lyssnare på tid (timeout) saknar id eller tid", "id=\"l1\" event=\"timeout\""),
                extension(
                        "gateway_outcome",
                        "kan inte ha indata och utdata",
                        "<bpmn:exclusiveGateway id=\"gateway_outcome\" name=\"Utfall?\">",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">1</camunda:inputParameter></camunda:inputOutput>"),
                extension(
                        "endEvent_done",
                        "kan inte ha utdata",
                        "<bpmn:endEvent id=\"endEvent_done\" name=\"Klart\">",
                        "<camunda:inputOutput><camunda:outputParameter name=\"x\">1</camunda:outputParameter></camunda:inputOutput>"),
                main(
                        "serviceTask_mail",
                        "camunda:inputParameter står i inputParameter, och där läser motorn det inte",
                        "<camunda:inputParameter name=\"mail\">",
                        "<camunda:inputParameter name=\"mail\"><camunda:inputParameter name=\"mail\"/>"),
                main(
                        "serviceTask_mail",
                        "en inputParameter saknar namn",
                        "<camunda:inputParameter name=\"mail\">",
                        "<camunda:inputParameter>"),
                main(
                        "serviceTask_mail",
                        "inputOutput står flera gånger",
                        "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"mail\">",
                        "<bpmn:extensionElements><camunda:inputOutput/><camunda:inputOutput><camunda:inputParameter name=\"mail\">"),
                main(
                        "endEvent_done",
                        "säger inte vilket fel",
                        "<bpmn:incoming>flow_joined</bpmn:incoming>",
                        "<bpmn:incoming>flow_joined</bpmn:incoming><bpmn:errorEventDefinition id=\"e1\"/>"),
                arguments(
                        MAIN,
                        "endEvent_done",
                        "har ingen errorCode",
                        sound().change(
                                        MAIN,
                                        "<bpmn:incoming>flow_joined</bpmn:incoming>",
                                        "<bpmn:incoming>flow_joined</bpmn:incoming><bpmn:errorEventDefinition id=\"e1\" errorRef=\"error_1\"/>")
                                .change(
                                        MAIN,
                                        "<bpmn:message id=\"message_arrived\"",
                                        "<bpmn:error id=\"error_1\" name=\"F\"/><bpmn:message id=\"message_arrived\"")),
                main(
                        "serviceTask_note",
                        "märkt för kompensation",
                        "<bpmn:serviceTask id=\"serviceTask_note\"",
                        "<bpmn:serviceTask isForCompensation=\"true\" id=\"serviceTask_note\""),
                main(
                        "small-case",
                        "\"P2147483648D\" är noll eller fler än 99999 dagar",
                        "camunda:historyTimeToLive=\"P3650D\"",
                        "camunda:historyTimeToLive=\"P2147483648D\""),
                main(
                        "small-case",
                        "\"P0D\" är noll",
                        "camunda:historyTimeToLive=\"P3650D\"",
                        "camunda:historyTimeToLive=\"P0D\""),
                main(
                        "userTask_decide",
                        "har blanksteg först eller sist",
                        "id=\"userTask_decide\" name=\"Besluta\" camunda:formRef=\"small-review\" camunda:formRefBinding=\"deployment\"",
                        "id=\"userTask_decide\" name=\"Besluta\" camunda:formRef=\"small-review\" camunda:formRefBinding=\"deployment \""),
                main(
                        "serviceTask_register",
                        "egenskapen jobPriority är \"hög\"",
                        "camunda:asyncBefore=\"true\"",
                        "camunda:asyncBefore=\"true\" camunda:jobPriority=\"hög\""),
                main(
                        "flow_good",
                        "villkoret",
                        "sourceRef=\"gateway_outcome\" targetRef=\"ruleTask_group\"><bpmn:conditionExpression",
                        "sourceRef=\"gateway_outcome\" targetRef=\"ruleTask_group\"><bpmn:conditionExpression language=\"\""),
                main(
                        "flow_arrived",
                        "platsen i diagrammet är inget tal",
                        "y=\"1\"/><di:waypoint x=\"9\"",
                        "y=\"1\"/><di:waypoint x=\"INF\""),
                main(
                        "message_arrived",
                        "id förekommer flera gånger",
                        "<bpmn:message id=\"message_answered\" name=\"small.answered\"/>",
                        "<bpmn:message id=\"message_answered\" name=\"small.answered\"/><bpmn:message id=\"message_arrived\" name=\"small.arrived\"/>"));
    }

    private static Arguments inTask(String cause, String inside) {
        return main(
                "userTask_review",
                cause,
                "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>",
                "<bpmn:outgoing>flow_reviewed</bpmn:outgoing>" + inside);
    }

    private static Arguments listener(String cause, String event) {
        return extension(
                "userTask_review",
                cause,
                IN_TASK.replace("<bpmn:incoming>", ""),
                "<camunda:taskListener delegateExpression=\"${registerCase}\" " + event + "/>");
    }

    private static Arguments extension(String element, String cause, String after, String inside) {
        return main(element, cause, after, after + "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>");
    }

    static Stream<Arguments> tooLong() {
        return Stream.of(
                main("small-case", "processens namn har 260 tecken", "\"Litet ärende\"", "\"" + "N".repeat(260) + "\""),
                main("userTask_review", "stegets namn har 300 tecken", TASK, TASK.replace("Granska", "G".repeat(300))),
                main(
                        "userTask_review",
                        "stegets dokumentation har",
                        "<bpmn:incoming>flow_grouped</bpmn:incoming>",
                        ("<bpmn:documentation>" + "d".repeat(2500) + "</bpmn:documentation>").repeat(2)
                                + "<bpmn:incoming>flow_grouped</bpmn:incoming>"),
                main(
                        "small-case",
                        "versionsmärket har 71 tecken",
                        "versionTag=\"1.0.0\"",
                        "versionTag=\"1.0." + "1".repeat(67) + "\""),
                main("", "targetNamespace har 300 tecken", "http://bpmn.io/schema/bpmn", "h".repeat(300)),
                main("e".repeat(256), "stegets id har 256 tecken", "endEvent_late", "e".repeat(256)),
                arguments(
                        GROUP_TABLE,
                        "small-group",
                        "tabellens namn har 256 tecken",
                        sound().change(GROUP_TABLE, "name=\"Grupp\"", "name=\"" + "n".repeat(256) + "\"")),
                arguments(
                        GROUP_TABLE,
                        "small-group",
                        "radens id har 65 tecken",
                        sound().change(GROUP_TABLE, "id=\"g1\"", "id=\"" + "g".repeat(65) + "\"")),
                arguments(
                        GROUP_TABLE,
                        "small-group rad 1 kolumn Grupp",
                        "texten i cellen har 4001 tecken",
                        sound().change(GROUP_TABLE, "\"headsOfUnit\"", "\"headsOfUnit\"")
                                .change(GROUP_TABLE, "\"caseOfficers\"", "\"" + "c".repeat(4001) + "\"")));
    }

    static Stream<Arguments> readAtRunTime() {
        return Stream.of(
                main("userTask_review", "egenskapen priority är \"hög\"", TASK, TASK + " camunda:priority=\"hög\""),
                main(
                        "userTask_review",
                        "egenskapen dueDate är \"i morgon\"",
                        TASK,
                        TASK + " camunda:dueDate=\"i morgon\""),
                main(
                        "userTask_review",
                        "egenskapen followUpDate är \"2026-02-31\"",
                        TASK,
                        TASK + " camunda:followUpDate=\"2026-02-31\""),
                main(
                        "userTask_review",
                        "egenskapen priority kan bli \"",
                        TASK,
                        TASK + " camunda:priority=\"${outcome}\""),
                main(
                        "serviceTask_mail",
                        "egenskapen taskPriority är \"hög\"",
                        "camunda:topic=\"notification.send\"",
                        "camunda:topic=\"notification.send\" camunda:taskPriority=\"hög\""),
                inTask(
                        "upprepningens antal är \"två\"",
                        "<bpmn:multiInstanceLoopCharacteristics id=\"mi\"><bpmn:loopCardinality>två</bpmn:loopCardinality>"
                                + "</bpmn:multiInstanceLoopCharacteristics>"),
                main(
                        "userTask_review",
                        "namnet läser variabeln \"okänd\"",
                        TASK,
                        TASK.replace("Granska", "Granska ${okänd}")),
                cycle("R/2026-10-01T06:00:00Z/banan"),
                cycle("R3/P7D/banan"),
                cycle("R/2026-10-01T06:00:00Z"),
                cycle("R/PT0.001S"),
                cycle("R3/PT0S"),
                cycle("0 0 6 1"),
                main(
                        "serviceTask_register",
                        "regeln för nya försök \"PT10S, banan\"",
                        "camunda:delegateExpression=\"${registerCase}\">\n      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M",
                        "camunda:delegateExpression=\"${registerCase}\">\n      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT10S, banan"));
    }

    static Stream<Arguments> ofTheWrongKind() {
        return Stream.of(
                main(
                        "flow_good",
                        "villkoret är bara variabeln \"outcome\", som kan bli",
                        "${outcome == 'GOOD'}",
                        "${outcome}"),
                main("flow_good", "är inget villkor", "${outcome == 'GOOD'}", "${'GOOD'}"),
                main("flow_good", "med talet 5", "${outcome == 'GOOD'}", "${outcome > 5}"),
                main("catch_deadline", "tiden kan bli", "${deadline}", "${outcome}"),
                inTask(
                        "upprepningens lista kan bli",
                        "<bpmn:multiInstanceLoopCharacteristics id=\"mi\" camunda:collection=\"outcome\"/>"),
                main(
                        "message_answered",
                        "texten \"${outcome}\" är ett uttryck",
                        "name=\"small.answered\"",
                        "name=\"${outcome}\""));
    }

    private static Arguments cycle(String text) {
        return arguments(
                MAIN, "catch_deadline", "\"" + text + "\" går inte att tolka som upprepning", timed("timeCycle", text));
    }

    private static SmallBundle timed(String kind, String text) {
        return sound().change(
                        MAIN,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadline}</bpmn:timeDate>",
                        "<bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\">" + text + "</bpmn:" + kind + ">");
    }

    static Stream<Arguments> withoutFooting() {
        return Stream.of(
                arguments(
                        "processes/adhoc.bpmn",
                        "ad",
                        "motorn kör inte ad hoc-delprocesser",
                        sound().with("processes/adhoc.bpmn", ADHOC)),
                arguments(
                        "processes/utan-id.bpmn",
                        "d",
                        "elementet process saknar id",
                        sound().with(
                                        "processes/utan-id.bpmn",
                                        ADHOC.replaceAll(
                                                "(?s)<bpmn:process.*</bpmn:process>",
                                                "<bpmn:process isExecutable=\"true\"/>"))),
                arguments(
                        "dmn/utan-id.dmn",
                        "Utan id",
                        "elementet decision saknar id",
                        sound().with(
                                        "dmn/utan-id.dmn",
                                        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">"
                                                + "<decision name=\"Utan id\"><literalExpression id=\"l\"><text>1</text></literalExpression></decision></definitions>")),
                main(
                        "boundary_stopped",
                        "hänvisar till \"gateway_split\" som fäste",
                        BOUNDARY,
                        "attachedToRef=\"gateway_split\""),
                main(
                        "boundary_stopped",
                        "hänvisar till \"flow_left\" som fäste",
                        BOUNDARY,
                        "attachedToRef=\"flow_left\""),
                main(
                        "boundary_stopped",
                        "hänvisar till \"endEvent_done\" som fäste",
                        BOUNDARY,
                        "attachedToRef=\"endEvent_done\""),
                main(
                        "flow_noted",
                        "hänvisar till \"message_arrived\" som mål",
                        "sourceRef=\"serviceTask_note\" targetRef=\"gateway_join\"",
                        "sourceRef=\"serviceTask_note\" targetRef=\"message_arrived\""),
                main(
                        "startEvent_work",
                        "implicitThrowEvent hör inte till det språk",
                        "<bpmn:startEvent id=\"startEvent_work\" name=\"Klart att handläggas\"><bpmn:outgoing>flow_work</bpmn:outgoing></bpmn:startEvent>",
                        "<bpmn:implicitThrowEvent id=\"startEvent_work\" name=\"Klart att handläggas\"><bpmn:outgoing>flow_work</bpmn:outgoing></bpmn:implicitThrowEvent>"),
                arguments(
                        MAIN,
                        "m3",
                        "hänvisar till \"error_1\" som meddelande",
                        sound().change(MAIN, "messageRef=\"message_stopped\"", "messageRef=\"error_1\"")
                                .change(
                                        MAIN,
                                        "<bpmn:message id=\"message_arrived\"",
                                        "<bpmn:error id=\"error_1\" name=\"F\"/><bpmn:message id=\"message_arrived\"")),
                main(
                        "gateway_outcome",
                        "hänvisar till \"gateway_split\" som förvalt flöde",
                        "<bpmn:exclusiveGateway id=\"gateway_outcome\"",
                        "<bpmn:exclusiveGateway default=\"gateway_split\" id=\"gateway_outcome\""),
                main(
                        "userTask_decide",
                        "en egenskap saknar namn",
                        "<camunda:properties>",
                        "<camunda:properties><camunda:property value=\"x\"/>"),
                main(
                        "subProcess_work",
                        "elementet sequenceFlow saknar id",
                        "<bpmn:sequenceFlow id=\"flow_work\" ",
                        "<bpmn:sequenceFlow "),
                main(
                        "rad 1",
                        "filen säger att den är skriven i ISO-8859-1",
                        "encoding=\"UTF-8\"",
                        "encoding=\"ISO-8859-1\""),
                main(
                        "",
                        "den gamla namnrymden http://activiti.org/bpmn",
                        "http://camunda.org/schema/1.0/bpmn",
                        "http://activiti.org/bpmn"),
                main(
                        "t1",
                        "prefixet bpmx är inte deklarerat",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\"",
                        "<bpmn:timeDate xsi:type=\"bpmx:tFormalExpression\""));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                table(
                        "small-group",
                        "kan inte räkna samman (SUM)",
                        "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"ANY\" aggregation=\"SUM\""),
                table(
                        "Utfall",
                        "elementet input saknar id",
                        "<input id=\"input_outcome\" label",
                        "<input name=\"Utfall\" label"),
                table("dt2", "elementet rule saknar id", "<rule id=\"g1\">", "<rule>"),
                table("Regler", "elementet definitions saknar id", " id=\"definitions\"", ""),
                table(
                        "definitions",
                        "uttrycket är skrivet i juel",
                        " id=\"definitions\"",
                        " id=\"definitions\" expressionLanguage=\"juel\""),
                table(
                        "small-group kolumn Utfall",
                        "språk (expressionLanguage) är skrivet \" feel\"",
                        "<inputExpression id=\"ie3\"",
                        "<inputExpression expressionLanguage=\" feel\" id=\"ie3\""),
                table(
                        "small-group kolumn Utfall",
                        "indatakolumnen läser ingenting",
                        "<text>outcome</text>",
                        "<text></text>"),
                arguments(
                        GROUP_TABLE,
                        "small-group rad 1 kolumn Grupp",
                        "kolumnen har typen integer men cellen ger \"2147483648\"",
                        sound().change(
                                        GROUP_TABLE,
                                        "name=\"group\" typeRef=\"string\"",
                                        "name=\"group\" typeRef=\"integer\"")
                                .change(GROUP_TABLE, "\"caseOfficers\"", "2147483648")),
                arguments(
                        GROUP_TABLE,
                        "small-group rad 1 kolumn Grupp",
                        "kolumnen har typen integer men cellen ger \"{...}\"",
                        sound().change(
                                        GROUP_TABLE,
                                        "name=\"group\" typeRef=\"string\"",
                                        "name=\"group\" typeRef=\"integer\"")
                                .change(GROUP_TABLE, "\"caseOfficers\"", "{\"a\": 1}")),
                table(
                        "small-group rad 1 kolumn Grupp",
                        "för djupt sammansatt",
                        "\"caseOfficers\"",
                        "1" + "+1".repeat(2000)));
    }

    private static Arguments table(String element, String cause, String from, String to) {
        return arguments(GROUP_TABLE, element, cause, sound().change(GROUP_TABLE, from, to));
    }

    @Test
    void aCronExpressionIsAccepted() {
        assertThat(timed("timeCycle", "0 0 6 1 10 ?").findings())
                .noneMatch(found -> found.cause().contains("tolka"));
        assertThat(timed("timeDuration", "P2W").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P0D", "P0Y0M0DT0H0M0S", "P0W", "-PT1H"})
    void aTimerThatWaitsForNothingIsRefused(String nothing) {
        assertThat(timed("timeDuration", nothing).findings())
                .filteredOn(ModelFinding::isError)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.element()).isEqualTo("catch_deadline");
                    assertThat(found.cause()).isEqualTo("tiden \"" + nothing + "\" går inte att tolka som varaktighet");
                });
    }

    @Test
    void anEmptyExtensionPropertyIsReportedOnceAndTheRestIsChecked() {
        var findings = sound().change(MAIN, "<camunda:properties>", "<camunda:properties><camunda:property/>")
                .change(CHILD, "childResult\">${registered}", "childResult\">${registred}")
                .findings();
        assertThat(findings).extracting(ModelFinding::element).contains("userTask_decide", "serviceTask_child");
    }

    @Test
    void aFlowThatItsEndsDoNotListIsOnlyAWarning() {
        assertThat(sound().change(MAIN, "<bpmn:incoming>flow_reviewed</bpmn:incoming>", "")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.cause()).contains("flödet är anslutet till userTask_decide");
                });
    }

    @Test
    void elementsOfOtherToolsInTheDiagramAreIgnored() {
        assertThat(sound().change(
                                MAIN,
                                "<bpmndi:BPMNDiagram id=\"D\">",
                                "<bpmndi:BPMNDiagram id=\"D\"><bpmndi:BPMNLabelStyle id=\"ls\"><dc:Font name=\"Arial\" size=\"11\"/></bpmndi:BPMNLabelStyle>")
                        .findings())
                .allSatisfy(finding -> assertThat(finding.cause()).doesNotContain("färdigt"));
        assertThat(sound().change(
                                MAIN,
                                "bpmnElement=\"startEvent_work\">",
                                "bpmnElement=\"startEvent_work\"><bpmndi:extension><x:box xmlns:x=\"urn:x\" id=\"startEvent_work\" left=\"1\" bpmnElement=\"annat\"/></bpmndi:extension>")
                        .findings())
                .allSatisfy(finding -> assertThat(finding.cause()).doesNotContain("färdigt"));
    }

    @Test
    void anUnreadableFileCausesNoFindingsInOtherFiles() {
        assertThat(sound().with(MAIN, "<bpmn:definitions").findings())
                .extracting(ModelFinding::file)
                .containsOnly(MAIN);
        assertThat(sound().change(MAIN, "http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn")
                        .findings())
                .hasSize(1);
    }

    @Test
    void aFileWithThousandsOfFaultsGivesFewFindings() {
        var many = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            many.append("<bpmn:task id=\"task_" + i + "\" name=\"T\" x:a=\"1\" xmlns:x=\"urn:x\"/>");
        }
        assertThat(sound().change(
                                MAIN,
                                "<bpmn:endEvent id=\"endEvent_done\"",
                                many + "<bpmn:endEvent id=\"endEvent_done\"")
                        .findings())
                .hasSizeLessThan(400)
                .anySatisfy(
                        finding -> assertThat(finding.cause()).contains("samma slags fel finns på 2950 ställen till"));
    }

    @Test
    void aCheckThatThrowsIsOneFindingAndTheOtherChecksContinue() {
        var findings = new FindingList();
        for (int check = 0; check < 3; check++) {
            findings.guarded(MAIN, () -> {
                throw new IllegalStateException("nobody thought of it");
            });
        }
        findings.guarded(TABLE, () -> findings.error(TABLE, "x", "annat fel", "rätta det"));
        assertThat(findings.all()).hasSize(2);
        assertThat(findings.all().get(1).toString())
                .isEqualTo(
                        "processes/small-case.bpmn: filen kan inte kontrolleras färdigt. Åtgärd: rätta övriga fel och kontrollera igen; kvarstår det, ångra den senaste ändringen.");
    }
}
