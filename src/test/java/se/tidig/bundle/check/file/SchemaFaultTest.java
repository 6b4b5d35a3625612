package se.tidig.bundle.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.bundle.check.SmallBundle;

/** A file that is not valid by its schema is reported in Swedish, whatever the language of the parser. */
class SchemaFaultTest {

    @ParameterizedTest(name = "{3}")
    @MethodSource
    void anInvalidFileIsReportedInSwedish(String file, String from, String to, String told) {
        assertThat(SmallBundle.sound().change(file, from, to).findings())
                .filteredOn(finding -> finding.file().equals(file))
                .extracting("cause")
                .containsExactly("filen följer inte schemat: " + told);
    }

    static Stream<Arguments> anInvalidFileIsReportedInSwedish() {
        return Stream.of(
                bpmn(
                        "bpmn:parallelGateway",
                        "bpmn:paralellGateway",
                        "elementet \"paralellGateway\" finns inte (menas \"parallelGateway\"?)"),
                bpmn(
                        "<bpmn:endEvent id=\"endEvent_done\"",
                        "<bpmn:endEvent startQuantity=\"1\" id=\"endEvent_done\"",
                        "elementet \"endEvent\" får inte ha attributet \"startQuantity\""),
                bpmn(
                        "id=\"flow_left\" sourceRef=\"gateway_split\"",
                        "id=\"flow_left\"",
                        "elementet \"sequenceFlow\" saknar attributet \"sourceRef\""),
                bpmn(
                        "isExecutable=\"true\"",
                        "isExecutable=\"ja\"",
                        "värdet \"ja\" är av fel slag; där ska stå true eller false"),
                bpmn(
                        "<bpmn:incoming>flow_joined</bpmn:incoming>",
                        "<bpmn:message id=\"x\" name=\"y\"/>",
                        "elementet \"message\" får inte stå på den platsen"),
                bpmn(
                        "<bpmn:incoming>flow_joined</bpmn:incoming>",
                        "Klart!",
                        "i elementet \"endEvent\" står något som inte får stå där"),
                bpmn(
                        "xsi:type=\"bpmn:tFormalExpression\">${deadline}",
                        "xsi:type=\"bpmn:tExpresion\">${deadline}",
                        "typen \"bpmn:tExpresion\" på elementet \"timeDate\" finns inte"),
                bpmn(
                        "<dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/>",
                        "<dc:Bounds x=\"1\" y=\"1\" width=\"9\"/>",
                        "elementet \"Bounds\" saknar attributet \"height\""),
                bpmn(
                        "<bpmn:timeDate ",
                        "<bpmn:timeDuration>PT1H</bpmn:timeDuration><bpmn:timeDate ",
                        "elementet \"timeDate\" får inte stå på den platsen"),
                bpmn(
                        "<bpmn:boundaryEvent id=\"boundary_stopped\" name=\"Stoppat\" attachedToRef=\"subProcess_work\"",
                        "<bpmn:boundaryEvent id=\"boundary_stopped\" name=\"Stoppat\"",
                        "elementet \"boundaryEvent\" saknar attributet \"attachedToRef\""),
                dmn(
                        "hitPolicy=\"COLLECT\"",
                        "hitPolicy=\"ALLA\"",
                        "värdet \"ALLA\" finns inte; något av dessa ska stå: UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER, OUTPUT ORDER"),
                dmn(
                        "<output id=\"o1\" label=\"Fynd\" name=\"part\"/>",
                        "",
                        "elementet \"rule\" får inte stå på den platsen; där väntas input eller output"),
                dmn(
                        "<variable id=\"v1\" name=\"findings\"/>",
                        "<variabel id=\"v1\" name=\"findings\"/>",
                        "elementet \"variabel\" finns inte (menas \"variable\"?)"));
    }

    private static Arguments bpmn(String from, String to, String told) {
        return arguments(SmallBundle.MAIN, from, to, told);
    }

    private static Arguments dmn(String from, String to, String told) {
        return arguments(SmallBundle.TABLE, from, to, told);
    }

    @Test
    void aRareFaultIsReportedInSwedishWithTheQuotedWords() {
        assertThat(new SchemaFault("cvc-unheard-of: Value 'abc' is odd.", Set.of()).swedish())
                .isEqualTo("något i den står på fel plats eller har fel värde, nära \"abc\"");
        assertThat(new SchemaFault(null, Set.of()).swedish())
                .isEqualTo("något i den står på fel plats eller har fel värde");
        assertThat(new SchemaFault("cvc-id.1: There is no ID/IDREF binding for IDREF 'flow_x'.", Set.of()).swedish())
                .isEqualTo("hänvisar till \"flow_x\", som inte finns i filen");
        assertThat(new SchemaFault(
                                "UndeclaredPrefix: Cannot resolve 'bpmx:tExpression' as a QName: the prefix 'bpmx' is not declared.",
                                Set.of())
                        .swedish())
                .isEqualTo("prefixet bpmx är inte deklarerat i filen");
    }
}
