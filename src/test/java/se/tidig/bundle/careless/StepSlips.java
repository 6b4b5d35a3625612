package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.Hands.camunda;
import static se.tidig.bundle.careless.Hands.extension;
import static se.tidig.bundle.careless.Hands.plain;
import static se.tidig.bundle.careless.Hands.retype;
import static se.tidig.bundle.careless.Hands.takeAway;
import static se.tidig.bundle.careless.ProcessSlips.slip;

import java.util.stream.Stream;

/** Mistakes in the steps that Tidig does, and in calls of other processes. */
final class StepSlips {

    private StepSlips() {}

    static Stream<Slip> all() {
        return Stream.of(steps(), calls()).flatMap(slips -> slips);
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
                        "hur resultatet tas emot borttaget",
                        "ruleTask_delegation",
                        "tabellens resultat blir inte ett värde som processen kan läsa",
                        x -> camunda(x, "ruleTask_delegation", "mapDecisionResult", null)),
                slip(
                        "resultatet som lista",
                        "ruleTask_delegation",
                        "tabellens resultat blir inte ett värde som processen kan läsa",
                        x -> camunda(x, "ruleTask_delegation", "mapDecisionResult", "resultList")),
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
                        "filen följer inte schemat: elementet \"parallelGateway\" får inte ha attributet \"default\"",
                        x -> retype(x, "gateway_decided", "parallelGateway")),
                slip(
                        "en väntan på händelser blir ett val",
                        "flow_reply_replied",
                        "flödet ut ur gatewayen saknar villkor",
                        x -> retype(x, "eventGateway_reply", "exclusiveGateway")));
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
}
