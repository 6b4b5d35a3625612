package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.form;
import static se.tidig.bundle.careless.CarelessOwner.lines;
import static se.tidig.bundle.careless.CarelessOwner.process;
import static se.tidig.bundle.careless.CarelessOwner.table;
import static se.tidig.bundle.careless.Hands.camunda;
import static se.tidig.bundle.careless.Hands.component;
import static se.tidig.bundle.careless.Hands.condition;
import static se.tidig.bundle.careless.Hands.drag;
import static se.tidig.bundle.careless.Hands.extension;
import static se.tidig.bundle.careless.Hands.input;
import static se.tidig.bundle.careless.Hands.output;
import static se.tidig.bundle.careless.Hands.plain;
import static se.tidig.bundle.careless.Hands.remove;
import static se.tidig.bundle.careless.Hands.removeRow;
import static se.tidig.bundle.careless.Hands.takeAway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import se.tidig.bundle.Bundle;

/** Mistakes that the check cannot see, by their name in the process owner's handbook, which gives the reason. */
final class UnseenSlips {

    private static final String MAIL = "forms/mails/decision.txt";

    private UnseenSlips() {}

    static Map<String, Supplier<Bundle>> all() {
        var all = new TreeMap<String, Supplier<Bundle>>();
        all.put(
                "ett villkor omvänt",
                () -> process("application", x -> condition(x, "flow_decided_handled", "${!decided}")));
        all.put(
                "ett steg borttaget och flödet draget förbi",
                () -> process("application", x -> {
                    drag(x, "flow_register_mailReceipt", "subProcess_handling");
                    remove(x, "serviceTask_mailReceipt");
                }));
        all.put(
                "kravet på en annan person borttaget",
                () -> process(
                        "application",
                        x -> takeAway(extension(x, "userTask_decide", "property", "name", "excludedActorOf"))));
        all.put(
                "uppgiften given till en annan grupp som finns",
                () -> process(
                        "application", x -> camunda(x, "userTask_reviewConflict", "candidateGroups", "caseOfficers")));
        all.put(
                "handläggaren borttagen ur uppgiften",
                () -> process("application", x -> camunda(x, "userTask_assessApplication", "assignee", null)));
        all.put(
                "ett annat formulär som finns",
                () -> process("application", x -> camunda(x, "userTask_readSupplement", "formRef", "approve-closing")));
        all.put(
                "ett annat mejl som finns",
                () -> process(
                        "application", x -> extension(x, "serviceTask_mailReceipt", "inputParameter", "name", "mail")
                                .setTextContent("delay-notice")));
        all.put(
                "ett bakgrundssteg gjort till ett vanligt",
                () -> process("application", x -> camunda(x, "serviceTask_checkEligibility", "asyncBefore", null)));
        all.put(
                "en händelse som avbryter steget",
                () -> process("application", x -> plain(x, "boundary_delay", "cancelActivity", "true")));
        all.put(
                "en händelse flyttad till ett annat steg",
                () -> process(
                        "application", x -> plain(x, "boundary_delay", "attachedToRef", "serviceTask_mailReceipt")));
        all.put(
                "en lyssnare borttagen",
                () -> process(
                        "application",
                        x -> takeAway(extension(x, "startEvent_handling", "executionListener", null, null))));
        all.put("en regel borttagen", () -> table("payment-conditions", x -> removeRow(x, "payment-conditions", 3)));
        all.put(
                "ett gränsvärde ändrat i en tabell där sista raden alltid gäller",
                () -> table("assessment-routing", x -> input(x, "assessment-routing", 2, 3, ">= 10000000")));
        all.put(
                "ett annat värde som finns",
                () -> table("assessment-routing", x -> output(x, "assessment-routing", 2, 1, "\"DONE\"")));
        all.put(
                "ett orimligt tal i en tabell",
                () -> table("assessment-weights", x -> output(x, "assessment-weights", 1, 4, "0")));
        all.put(
                "den sista i en följd av tal borttagen",
                () -> table("completion-rounds", x -> {
                    removeRow(x, "completion-rounds", 5);
                    removeRow(x, "completion-rounds", 4);
                }));
        all.put(
                "en obligatorisk ruta avkryssad",
                () -> form(
                        "propose-decision",
                        x -> ((ObjectNode) component(x, "proposedReasons").get("validate")).remove("required")));
        all.put(
                "ett alternativ borttaget",
                () -> form(
                        "propose-decision",
                        x -> ((ArrayNode) component(x, "proposedKind").get("values")).remove(2)));
        all.put(
                "en fråga döpt om på skärmen",
                () -> form("decide", x -> component(x, "decisionAnswer").put("label", "Vill du återlämna förslaget?")));
        all.put(
                "frågan om ett kriteriums poäng omdöpt",
                () -> form("assess-application", x -> component(x, "scoreF").put("key", "scoring")));
        all.put(
                "fel uppgift i ett mejl",
                () -> lines(MAIL, lines -> lines.set(4, lines.get(4).replace("project.title", "case.reference"))));
        return all;
    }
}
