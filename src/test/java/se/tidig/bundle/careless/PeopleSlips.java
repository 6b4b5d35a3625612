package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.Hands.camunda;
import static se.tidig.bundle.careless.Hands.extension;
import static se.tidig.bundle.careless.ProcessSlips.slip;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Mistakes in the steps that people do, and in the mails that people get. */
final class PeopleSlips {

    private PeopleSlips() {}

    static Stream<Slip> all() {
        return Stream.of(people(), mails()).flatMap(slips -> slips);
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
                        "fyra ögon utan steg",
                        "userTask_decide",
                        "excludedActorOf nämner \"\", som inte finns i processen",
                        x -> extension(x, "userTask_decide", "property", "name", "excludedActorOf")
                                .setAttribute("value", "")),
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

    private static void text(BpmnModelInstance model, String task, String input, String text) {
        extension(model, task, "inputParameter", "name", input).setTextContent(text);
    }
}
