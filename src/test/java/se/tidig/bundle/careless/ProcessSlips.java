package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.process;
import static se.tidig.bundle.careless.Hands.camunda;
import static se.tidig.bundle.careless.Hands.condition;
import static se.tidig.bundle.careless.Hands.drag;
import static se.tidig.bundle.careless.Hands.extension;
import static se.tidig.bundle.careless.Hands.paste;
import static se.tidig.bundle.careless.Hands.plain;
import static se.tidig.bundle.careless.Hands.remove;
import static se.tidig.bundle.careless.Hands.retype;
import static se.tidig.bundle.careless.Hands.takeAway;
import static se.tidig.bundle.careless.Hands.undraw;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Slips in processes. */
final class ProcessSlips {

    private ProcessSlips() {}

    static Stream<Slip> all() {
        return Stream.of(flows(), conditions(), steps(), people(), events(), calls(), mails(), frames())
                .flatMap(slips -> slips);
    }

    private static Stream<Slip> flows() {
        return Stream.of(
                slip(
                        "ett flöde borttaget",
                        "userTask_proposeDecision",
                        "ingen väg leder härifrån till något slut",
                        x -> remove(x, "flow_proposeDecision_delegation")),
                slip(
                        "ett steg borttaget mitt i flödet",
                        "serviceTask_recheckEligibility",
                        "ingen väg leder härifrån till något slut",
                        x -> remove(x, "userTask_proposeDecision")),
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
                        "flow_proposeDecision_delegation",
                        "flödet leder tillbaka till samma element",
                        x -> drag(x, "flow_proposeDecision_delegation", "userTask_proposeDecision")),
                slip(
                        "ett flöde draget till starten",
                        "startEvent_handling",
                        "ingen väg leder härifrån till något slut",
                        x -> drag(x, "flow_delegation_decide", "startEvent_handling")),
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

    private static Stream<Slip> steps() {
        return Stream.of(
                slip(
                        "en delegat felstavad",
                        "serviceTask_register",
                        "delegaten \"registerAplication\" finns inte (menas \"registerApplication\"?)",
                        x -> camunda(x, "serviceTask_register", "delegateExpression", "${registerAplication}")),
                slip(
                        "en delegat borttagen",
                        "serviceTask_register",
                        "ingenting utför steget",
                        x -> camunda(x, "serviceTask_register", "delegateExpression", null)),
                slip(
                        "en delegat som metodanrop",
                        "serviceTask_register",
                        "uttrycket ${registerApplication.execute(execution)} är fritt: bara namn och jämförelser av variabler är tillåtna",
                        x -> camunda(
                                x,
                                "serviceTask_register",
                                "delegateExpression",
                                "${registerApplication.execute(execution)}")),
                slip(
                        "en Java-klass i stället för en delegat",
                        "serviceTask_register",
                        "Java-klasser är inte tillåtna i modeller",
                        x -> camunda(x, "serviceTask_register", "class", "se.tidig.Register")),
                slip(
                        "en lyssnare felstavad",
                        "startEvent_handling",
                        "delegaten \"takeUpEvents\" finns inte",
                        x -> extension(x, "startEvent_handling", "executionListener", null, null)
                                .setAttribute("delegateExpression", "${takeUpEvents}")),
                slip(
                        "bakgrundssteget utan nya försök",
                        "serviceTask_register",
                        "bakgrundssteget har ingen regel för nya försök",
                        x -> takeAway(extension(x, "serviceTask_register", "failedJobRetryTimeCycle", null, null))),
                slip(
                        "nya försök med semikolon",
                        "serviceTask_register",
                        "regeln för nya försök \"PT10S;PT1M\" går inte att tolka",
                        x -> extension(x, "serviceTask_register", "failedJobRetryTimeCycle", null, null)
                                .setTextContent("PT10S;PT1M")),
                slip(
                        "asyncBefore stavat ja",
                        "serviceTask_register",
                        "egenskapen asyncBefore är varken true eller false",
                        x -> camunda(x, "serviceTask_register", "asyncBefore", "ja")),
                slip(
                        "en tabell felstavad",
                        "ruleTask_delegation",
                        "tabellen \"delegations\" finns inte",
                        x -> camunda(x, "ruleTask_delegation", "decisionRef", "delegations")),
                slip(
                        "tabellen borttagen ur regeluppgiften",
                        "ruleTask_delegation",
                        "regeluppgiften har ingen tabell",
                        x -> camunda(x, "ruleTask_delegation", "decisionRef", null)),
                slip(
                        "tabellen bunden till senaste version",
                        "ruleTask_delegation",
                        "tabellen är bundet till latest och kan bytas under ett pågående ärende",
                        x -> camunda(x, "ruleTask_delegation", "decisionRefBinding", "latest")),
                slip(
                        "resultatet lagt i en annan variabel",
                        "userTask_decide",
                        "egenskapen candidateGroups läser variabeln \"decisionGroup\", som ingenting i processen skriver (menas \"decisionGroups\"?)",
                        x -> camunda(x, "ruleTask_delegation", "resultVariable", "decisionGroups")),
                slip(
                        "resultatet som lista",
                        "ruleTask_delegation",
                        "det är inte sagt hur tabellens resultat blir en variabel",
                        x -> camunda(x, "ruleTask_delegation", "mapDecisionResult", null)),
                slip(
                        "en uppgift blir manuell",
                        "userTask_proposeDecision",
                        "motorn går förbi en manuell uppgift utan att någon gör den",
                        x -> retype(x, "userTask_proposeDecision", "manualTask")),
                slip(
                        "en uppgift förlorar sin typ",
                        "userTask_readSupplement",
                        "uppgiften har ingen typ, så att ingenting händer där",
                        x -> retype(x, "userTask_readSupplement", "task")),
                slip(
                        "en tjänst blir ett skript",
                        "serviceTask_markAssessed",
                        "skript är inte tillåtna i modeller",
                        x -> retype(x, "serviceTask_markAssessed", "scriptTask")),
                slip(
                        "ett val blir parallellt",
                        "gateway_decided",
                        "filen följer inte schemat: Attribute 'default' is not allowed to appear in element 'bpmn:parallelGateway'",
                        x -> retype(x, "gateway_decided", "parallelGateway")),
                slip(
                        "en väntan på händelser blir ett val",
                        "flow_reply_replied",
                        "flödet ut ur gatewayen saknar villkor",
                        x -> retype(x, "eventGateway_reply", "exclusiveGateway")));
    }

    private static Stream<Slip> people() {
        return Stream.of(
                slip(
                        "ett formulär felstavat",
                        "userTask_decide",
                        "formuläret \"decision\" finns inte",
                        x -> camunda(x, "userTask_decide", "formRef", "decision")),
                slip(
                        "formuläret borttaget",
                        "userTask_decide",
                        "uppgiften har inget formulär",
                        x -> camunda(x, "userTask_decide", "formRef", null)),
                slip(
                        "formuläret bundet till senaste version",
                        "userTask_decide",
                        "formuläret är bundet till senaste version och kan bytas under ett pågående ärende",
                        x -> camunda(x, "userTask_decide", "formRefBinding", null)),
                slip(
                        "en grupp felstavad",
                        "userTask_reviewConflict",
                        "gruppen \"headOfUnit\" finns inte i bundle.yaml (menas \"headsOfUnit\"?)",
                        x -> camunda(x, "userTask_reviewConflict", "candidateGroups", "headOfUnit")),
                slip(
                        "gruppen borttagen",
                        "userTask_reviewConflict",
                        "ingen grupp får uppgiften",
                        x -> camunda(x, "userTask_reviewConflict", "candidateGroups", null)),
                slip(
                        "gruppen borttagen där en handläggare pekas ut",
                        "userTask_assessApplication",
                        "ingen grupp får uppgiften när handläggaren lämnar den ifrån sig",
                        x -> camunda(x, "userTask_assessApplication", "candidateGroups", null)),
                slip(
                        "en variabel felstavad som handläggare",
                        "userTask_assessApplication",
                        "egenskapen assignee läser variabeln \"caseOficer\", som ingenting i processen skriver (menas \"caseOfficer\"?)",
                        x -> camunda(x, "userTask_assessApplication", "assignee", "${caseOficer}")),
                slip(
                        "en person utpekad vid namn",
                        "userTask_assessApplication",
                        "egenskapen assignee pekar ut \"anna\", och personer byts",
                        x -> camunda(x, "userTask_assessApplication", "assignee", "anna")),
                slip(
                        "fyra ögon mot ett steg som inte finns",
                        "userTask_decide",
                        "excludedActorOf nämner \"userTask_propose\", som inte finns i processen",
                        x -> extension(x, "userTask_decide", "property", "name", "excludedActorOf")
                                .setAttribute("value", "userTask_propose")),
                slip(
                        "fyra ögon mot ett steg som en maskin gör",
                        "userTask_decide",
                        "excludedActorOf nämner ruleTask_delegation, som ingen människa gör",
                        x -> extension(x, "userTask_decide", "property", "name", "excludedActorOf")
                                .setAttribute("value", "ruleTask_delegation")),
                slip(
                        "fyra ögon mot ett steg efteråt",
                        "userTask_reviewConflict",
                        "excludedActorOf nämner userTask_writeOff, som inte kan göras före uppgiften",
                        x -> extension(x, "userTask_reviewConflict", "property", "name", "excludedActorOf")
                                .setAttribute("value", "userTask_writeOff")),
                slip(
                        "egenskapen för fyra ögon felstavad",
                        "userTask_decide",
                        "egenskapen \"excludedActor\" är okänd (menas \"excludedActorOf\"?)",
                        x -> extension(x, "userTask_decide", "property", "name", "excludedActorOf")
                                .setAttribute("name", "excludedActor")),
                slip(
                        "gruppen som får starta felstavad",
                        "application",
                        "gruppen \"registrar\" finns inte i bundle.yaml",
                        x -> camunda(x, "application", "candidateStarterGroups", "registrar")));
    }

    private static Stream<Slip> events() {
        return Stream.of(
                slip(
                        "ett meddelande felstavat",
                        "message_applicationCompleted",
                        "meddelandet \"application.complete\" finns inte (menas \"application.completed\"?)",
                        x -> plain(x, message(x, "application.completed"), "name", "application.complete")),
                slip(
                        "fel meddelande valt",
                        "application.completed",
                        "meddelandet skickas av Tidig men ingen händelse väntar på det, så att ärendet inte går vidare",
                        x -> plain(
                                x, definition(x, "catch_completed"), "messageRef", message(x, "application.replied"))),
                slip(
                        "meddelandet borttaget ur händelsen",
                        "catch_completed",
                        "händelsen väntar på ett meddelande men säger inte vilket",
                        x -> plain(x, definition(x, "catch_completed"), "messageRef", null)),
                slip(
                        "tiden i ord",
                        "boundary_delay",
                        "tiden \"14 dagar\" går inte att tolka som datum",
                        x -> timer(x, "boundary_delay", "14 dagar")),
                slip(
                        "tidens variabel felstavad",
                        "boundary_delay",
                        "tiden läser variabeln \"delayReviewedAt\", som ingenting i processen skriver (menas \"delayReviewAt\"?)",
                        x -> timer(x, "boundary_delay", "${delayReviewedAt}")),
                slip(
                        "tiden borttagen",
                        "boundary_delay",
                        "tiden saknas",
                        x -> takeAway(x.getModelElementById(definition(x, "boundary_delay"))
                                .getDomElement()
                                .getChildElements()
                                .get(0))),
                slip(
                        "en händelse flyttad in i delprocessen",
                        "boundary_withdrawn",
                        "händelsen sitter på ett element i en annan delprocess",
                        x -> plain(x, "boundary_withdrawn", "attachedToRef", "userTask_decide")),
                slip(
                        "en händelse på ett steg som inte finns",
                        "boundary_withdrawn",
                        "hänvisar till fäste \"subProcess_handled\", som inte finns i filen",
                        x -> plain(x, "boundary_withdrawn", "attachedToRef", "subProcess_handled")),
                slip(
                        "startens meddelande borttaget",
                        "startEvent_submitted",
                        "händelsen väntar på ett meddelande men säger inte vilket",
                        x -> plain(x, definition(x, "startEvent_submitted"), "messageRef", null)));
    }

    private static Stream<Slip> calls() {
        return Stream.of(
                slip(
                        "en process utanför bunten anropas",
                        "grant",
                        "callActivity_report",
                        "processen \"reports\" finns inte",
                        x -> plain(x, "callActivity_report", "calledElement", "reports")),
                slip(
                        "den anropade processen bunden till senaste version",
                        "grant",
                        "callActivity_report",
                        "den anropade processen är bundet till latest och kan bytas under ett pågående ärende",
                        x -> camunda(x, "callActivity_report", "calledElementBinding", "latest")),
                slip(
                        "en variabel lämnas inte till anropet",
                        "report",
                        "serviceTask_openReport",
                        "delegaten openReport läser variabeln \"milestone\", som ingenting i processen skriver (menas \"milestones\"?)",
                        "grant",
                        x -> takeAway(extension(x, "callActivity_report", "in", "source", "milestone"))),
                slip(
                        "en variabel till anropet felstavad",
                        "grant",
                        "callActivity_report",
                        "indata milestone läser variabeln \"mileston\", som ingenting i processen skriver (menas \"milestone\"?)",
                        x -> extension(x, "callActivity_report", "in", "source", "milestone")
                                .setAttribute("source", "mileston")),
                slip(
                        "en process som bara startas av meddelande anropas",
                        "grant",
                        "callActivity_report",
                        "processen payment kan inte anropas: den har ingen start utan händelse",
                        x -> plain(x, "callActivity_report", "calledElement", "payment")));
    }

    private static Stream<Slip> mails() {
        return Stream.of(
                slip(
                        "ett mejl felstavat",
                        "serviceTask_mailReceipt",
                        "mejlet \"application-recieved\" finns inte (menas \"application-received\"?)",
                        x -> text(x, "serviceTask_mailReceipt", "mail", "application-recieved")),
                slip(
                        "mottagaren felstavad",
                        "serviceTask_mailReceipt",
                        "mottagaren \"aplicant\" är okänd",
                        x -> text(x, "serviceTask_mailReceipt", "to", "aplicant")),
                slip(
                        "en mottagande grupp felstavad",
                        "serviceTask_mailReceipt",
                        "mejlet går till gruppen \"caseOfficer\", som inte finns i bundle.yaml",
                        x -> text(x, "serviceTask_mailReceipt", "to", "group:caseOfficer")),
                slip(
                        "bilagan felstavad",
                        "serviceTask_dispatch",
                        "mejlet bifogar \"decisions\", som inget steg skriver (menas \"decision\"?)",
                        x -> text(x, "serviceTask_dispatch", "attach", "decisions")),
                slip("indata felstavat", "serviceTask_mailReceipt", "mejlet har ingen mottagare", x -> extension(
                                x, "serviceTask_mailReceipt", "inputParameter", "name", "to")
                        .setAttribute("name", "till")),
                slip(
                        "ämnet felstavat",
                        "serviceTask_mailReceipt",
                        "ämnet \"notification.sent\" finns inte (menas \"notification.send\"?)",
                        x -> camunda(x, "serviceTask_mailReceipt", "topic", "notification.sent")),
                slip(
                        "typen external borttagen",
                        "serviceTask_mailReceipt",
                        "ämnet notification.send tas aldrig om hand: typen external saknas",
                        x -> camunda(x, "serviceTask_mailReceipt", "type", null)),
                slip(
                        "brevet felstavat",
                        "disbursement",
                        "serviceTask_sendDecision",
                        "brevet \"obstacle-decison\" finns inte (menas \"obstacle-decision\"?)",
                        x -> x
                                .getDocument()
                                .getElementsByNameNs("http://camunda.org/schema/1.0/bpmn", "inputParameter")
                                .stream()
                                .filter(input -> "letter".equals(input.getAttribute("name")))
                                .findFirst()
                                .orElseThrow()
                                .setTextContent("obstacle-decison")));
    }

    private static Stream<Slip> frames() {
        return Stream.of(
                slip(
                        "processens id bytt",
                        "BPMNPlane_1",
                        "hänvisar till element \"application\", som inte finns i filen",
                        x -> plain(x, "application", "id", "applications")),
                slip(
                        "processen inte körbar",
                        "application",
                        "processen är inte körbar (isExecutable)",
                        x -> plain(x, "application", "isExecutable", "false")),
                slip(
                        "versionsmärket borttaget",
                        "application",
                        "versionsmärke saknas",
                        x -> camunda(x, "application", "versionTag", null)),
                slip(
                        "livslängden i år",
                        "application",
                        "historikens livslängd \"P10Y\" går inte att tolka",
                        x -> camunda(x, "application", "historyTimeToLive", "P10Y")),
                slip(
                        "namnet borttaget från ett steg",
                        "userTask_decide",
                        "elementet saknar svenskt namn",
                        x -> plain(x, "userTask_decide", "name", null)),
                slip(
                        "svaret borttaget från ett flöde",
                        "flow_decided_handled",
                        "flödet med villkor saknar svenskt namn",
                        x -> plain(x, "flow_decided_handled", "name", null)),
                slip(
                        "ett attribut felstavat",
                        "userTask_decide",
                        "attributet camunda:candidateGroup är okänt eller inte tillåtet här",
                        x -> camunda(x, "userTask_decide", "candidateGroup", "headsOfUnit")));
    }

    private static void text(BpmnModelInstance model, String task, String input, String text) {
        extension(model, task, "inputParameter", "name", input).setTextContent(text);
    }

    private static void timer(BpmnModelInstance model, String event, String text) {
        model.getModelElementById(definition(model, event))
                .getDomElement()
                .getChildElements()
                .get(0)
                .setTextContent(text);
    }

    /** The id of an event's definition. */
    private static String definition(BpmnModelInstance model, String event) {
        return model.getModelElementById(event).getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .findFirst()
                .orElseThrow()
                .getAttribute("id");
    }

    private static String message(BpmnModelInstance model, String name) {
        return model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Message.class).stream()
                .filter(message -> name.equals(message.getName()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static Slip slip(String name, String element, String cause, Consumer<BpmnModelInstance> change) {
        return slip(name, "application", element, cause, change);
    }

    private static Slip slip(
            String name, String process, String element, String cause, Consumer<BpmnModelInstance> change) {
        return slip(name, process, element, cause, process, change);
    }

    /** A slip in one process that is told of another. */
    private static Slip slip(
            String name,
            String told,
            String element,
            String cause,
            String process,
            Consumer<BpmnModelInstance> change) {
        return new Slip(name, CarelessOwner.processFile(told), element, cause, () -> process(process, change));
    }
}
