package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.Hands.condition;
import static se.tidig.bundle.careless.Hands.drag;
import static se.tidig.bundle.careless.Hands.paste;
import static se.tidig.bundle.careless.Hands.plain;
import static se.tidig.bundle.careless.Hands.remove;
import static se.tidig.bundle.careless.Hands.undraw;
import static se.tidig.bundle.careless.ProcessSlips.slip;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Mistakes in a process's flows and their conditions. */
final class FlowSlips {

    private FlowSlips() {}

    static Stream<Slip> all() {
        return Stream.of(flows(), conditions()).flatMap(slips -> slips);
    }

    private static Stream<Slip> flows() {
        return Stream.of(
                slip(
                        "ett flöde borttaget",
                        "userTask_assessApplication",
                        "ingen väg leder härifrån till något slut",
                        x -> remove(x, "flow_assessApplication_routeAssessment")),
                slip(
                        "ett steg borttaget mitt i flödet",
                        "serviceTask_routeAssessment",
                        "ingen väg leder hit från någon start",
                        x -> remove(x, "userTask_assessApplication")),
                slip(
                        "ett svar borttaget från en fråga",
                        "gateway_completionReceived",
                        "gatewayen har bara en väg in och en väg ut, så att den inte väljer något",
                        x -> remove(x, "flow_completionReceived_checkEligibility")),
                slip(
                        "ett flöde draget in i en delprocess",
                        "flow_register_mailReceipt",
                        "flödet går över en delprocess gräns",
                        x -> drag(x, "flow_register_mailReceipt", "userTask_decide")),
                slip(
                        "ett flöde draget tillbaka till sitt eget steg",
                        "flow_proposeDecision_proposed",
                        "flödet leder tillbaka till samma element",
                        x -> drag(x, "flow_proposeDecision_proposed", "userTask_proposeDecision")),
                slip(
                        "ett flöde draget till starten",
                        "userTask_decide",
                        "ingen väg leder hit från någon start",
                        x -> drag(x, "flow_delegation_decide", "startEvent_decision")),
                slip(
                        "ett flöde borttaget ur diagrammet",
                        "flow_delegation_decide",
                        "flödet finns inte i diagrammet",
                        x -> undraw(x, "flow_delegation_decide")),
                slip(
                        "ett steg kopierat med samma id",
                        "userTask_decide",
                        "id förekommer flera gånger i filen",
                        x -> paste(x, "userTask_decide")),
                slip(
                        "en parallell förgrening blir ett val",
                        "call",
                        "gateway_decidedJoin",
                        "gatewayen har bara en väg in och en väg ut, så att den inte väljer något",
                        x -> remove(x, "flow_allDecided_decidedJoin")));
    }

    private static Stream<Slip> conditions() {
        return Stream.of(
                slip(
                        "ett värde felstavat i ett villkor",
                        "flow_outcome_examineRejection",
                        "variabeln \"outcome\" får aldrig värdet \"REJCT\" (menas \"REJECT\"?)",
                        x -> condition(x, "flow_outcome_examineRejection", "${outcome == 'REJCT'}")),
                slip(
                        "ett värde som ett formulär ger felstavat",
                        "flow_examined_exclude",
                        "variabeln \"examination\" får aldrig värdet \"upholds\" (menas \"uphold\"?)",
                        x -> condition(x, "flow_examined_exclude", "${examination == 'upholds'}")),
                slip(
                        "ett värde som ett meddelande ger felstavat",
                        "disbursement",
                        "flow_paid_mailPaid",
                        "variabeln \"paymentResult\" får aldrig värdet \"PAID\"",
                        x -> condition(x, "flow_paid_mailPaid", "${paymentResult == 'PAID'}")),
                slip(
                        "en variabel felstavad i ett villkor",
                        "flow_decided_handled",
                        "villkoret läser variabeln \"deciced\", som ingenting i processen skriver (menas \"decided\"?)",
                        x -> condition(x, "flow_decided_handled", "${deciced}")),
                slip(
                        "samma villkor på två flöden",
                        "flow_outcome_examineRefusal",
                        "villkoret ${outcome == 'REJECT'} står på flera flöden ut ur samma gateway",
                        x -> condition(x, "flow_outcome_examineRefusal", "${outcome == 'REJECT'}")),
                slip(
                        "ett villkor utan dollar och klamrar",
                        "flow_decided_handled",
                        "villkoret \"decided\" är inget villkor",
                        x -> condition(x, "flow_decided_handled", "decided")),
                slip(
                        "ett villkor som räknar",
                        "flow_decided_handled",
                        "villkoret: uttrycket ${decisionAmount * 2 > 10} räknar i stället för att jämföra",
                        x -> condition(x, "flow_decided_handled", "${decisionAmount * 2 > 10}")),
                slip(
                        "ett villkor borttaget",
                        "flow_examined_exclude",
                        "flödet ut ur gatewayen saknar villkor",
                        x -> ((SequenceFlow) x.getModelElementById("flow_examined_exclude"))
                                .removeConditionExpression()),
                slip(
                        "förvalet borttaget",
                        "flow_returned",
                        "flödet ut ur gatewayen saknar villkor",
                        x -> plain(x, "gateway_decided", "default", null)),
                slip(
                        "förvalet flyttat till flödet med villkor",
                        "flow_decided_handled",
                        "det förvalda flödet har ett villkor, som motorn inte prövar",
                        x -> plain(x, "gateway_decided", "default", "flow_decided_handled")));
    }
}
