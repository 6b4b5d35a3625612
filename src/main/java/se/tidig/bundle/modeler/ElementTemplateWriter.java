package se.tidig.bundle.modeler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.Vocabulary.DelegateWords;
import se.tidig.engine.Topic;

/**
 * Writes element templates for Camunda Modeler, so that a process owner picks steps, mails, groups, forms and tables
 * from lists.
 */
public final class ElementTemplateWriter {

    /** The folder that the Modeler reads templates from, relative to the bundle's folder. */
    public static final String FOLDER = "processes/.camunda/element-templates";

    private static final String REMINDERS = "reminder-schedule";
    private static final String SERVICE = "bpmn:ServiceTask";

    private static final Map<String, String> YES_OR_NO = new TreeMap<>(Map.of("true", "Ja", "false", "Nej"));

    private final Vocabulary vocabulary;
    private final ChoiceList choices;
    private final Map<String, List<ElementTemplate>> files = new TreeMap<>();

    private ElementTemplateWriter(Vocabulary vocabulary, Bundle bundle) {
        this.vocabulary = vocabulary;
        this.choices = new ChoiceList(bundle);
    }

    /** The files by name, as JSON. The same declarations and bundle always give the same files. */
    public static Map<String, String> of(Vocabulary vocabulary, Bundle bundle) {
        var templates = new ElementTemplateWriter(vocabulary, bundle);
        templates.steps();
        templates.notifications();
        templates.topics();
        templates.people();
        templates.table();
        var written = new TreeMap<String, String>();
        templates.files.forEach((name, list) -> written.put(name, json(list)));
        return written;
    }

    private void add(String file, ElementTemplate template) {
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(template);
    }

    private void steps() {
        vocabulary.delegates().forEach((bean, words) -> {
            var reminds = words.tables().contains(REMINDERS) && words.writes().containsKey("reminderStep");
            add(
                    reminds ? "paminnelser.json" : "steg.json",
                    new ElementTemplate("tidig.step." + bean, words.swedishName(), description(words), SERVICE)
                            .in(reminds ? "Påminnelser" : "Steg som Tidig utför")
                            .fixed("camunda:delegateExpression", "${" + bean + "}"));
        });
    }

    private static String description(DelegateWords words) {
        var parts = new ArrayList<String>();
        list("Behöver", words.reads(), parts);
        list(
                "Sätter",
                words.writes().entrySet().stream()
                        .map(variable -> variable.getValue().isEmpty()
                                ? variable.getKey()
                                : variable.getKey() + " (" + String.join(", ", new TreeSet<>(variable.getValue()))
                                        + ")")
                        .toList(),
                parts);
        list(words.tables().size() > 1 ? "Frågar tabellerna" : "Frågar tabellen", words.tables(), parts);
        return String.join(" ", parts);
    }

    private static void list(String verb, Collection<String> names, List<String> parts) {
        if (!names.isEmpty()) {
            parts.add(names.stream().sorted().collect(Collectors.joining(", ", verb + " ", ".")));
        }
    }

    private void notifications() {
        add(
                "utskick.json",
                notification("tidig.mail", "Skicka mejl", "Skickar ett mejl ur forms/mails.")
                        .choice("Mejl", "mail", choices.mails())
                        .choice("Till", "to", choices.receivers()));
        add(
                "utskick.json",
                notification(
                                "tidig.letter",
                                "Skriv brev och skicka det med mejl",
                                "Skriver ett brev ur forms/letters som pdf och bifogar det.")
                        .choice("Brev", "letter", choices.letters())
                        .choice("Mejl", "mail", choices.mails())
                        .choice("Till", "to", choices.receivers()));
        add(
                "paminnelser.json",
                new ElementTemplate(
                                "tidig.reminder",
                                "Skicka påminnelse",
                                "Skickar en påminnelse. När den går står i tabellen " + REMINDERS + ".",
                                SERVICE)
                        .in("Påminnelser")
                        .fixed("camunda:type", "external")
                        .fixed("camunda:topic", Topic.NOTIFICATION_SEND.name())
                        .choice("Påminnelse", "mail", choices.reminders())
                        .choice("Till", "to", choices.receivers()));
    }

    private static ElementTemplate notification(String id, String name, String description) {
        return new ElementTemplate(id, name, description, SERVICE)
                .in("Utskick")
                .fixed("camunda:type", "external")
                .fixed("camunda:topic", Topic.NOTIFICATION_SEND.name());
    }

    /** External tasks without inputs of their own. */
    private void topics() {
        new TreeMap<>(vocabulary.topics())
                .values().stream()
                        .filter(topic -> topic.inputs().isEmpty())
                        .forEach(topic -> add(
                                "utskick.json",
                                new ElementTemplate(
                                                "tidig.topic." + topic.name(),
                                                topic.swedishName(),
                                                "Behöver " + String.join(", ", new TreeSet<>(topic.reads())) + ".",
                                                SERVICE)
                                        .in("Utskick")
                                        .fixed("camunda:type", "external")
                                        .fixed("camunda:topic", topic.name())));
    }

    private void people() {
        add(
                "uppgifter.json",
                new ElementTemplate(
                                "tidig.task",
                                "Uppgift för en grupp",
                                "En uppgift i uppgiftslistan. Grupperna står i bundle.yaml.",
                                "bpmn:UserTask")
                        .in("Uppgifter")
                        .property("Grupp", "camunda:candidateGroups", choices.groups())
                        .property("Formulär", "camunda:formRef", choices.forms())
                        .fixed("camunda:formRefBinding", "deployment")
                        .extensionChoice(
                                "Fråga om jäv",
                                "conflictDeclaration",
                                YES_OR_NO,
                                "Den som gör uppgiften svarar en gång i varje ärende. Nej bara om uppgiften inte kan påverka ett beslut.")
                        .extension(
                                "Inte den som har gjort",
                                "excludedActorOf",
                                "Id på de steg vars handläggare inte får göra uppgiften, med komma emellan."));
    }

    private void table() {
        add(
                "uppgifter.json",
                new ElementTemplate(
                                "tidig.table",
                                "Fråga en tabell",
                                "Svaret blir en variabel som villkor och grupper kan läsa.",
                                "bpmn:BusinessRuleTask")
                        .in("Tabeller")
                        .property("Tabell", "camunda:decisionRef", choices.tables())
                        .fixed("camunda:decisionRefBinding", "deployment")
                        .fixed("camunda:mapDecisionResult", "singleEntry")
                        .text("Variabel", "camunda:resultVariable"));
    }

    private static String json(List<ElementTemplate> templates) {
        var mapper = new ObjectMapper();
        ArrayNode all = mapper.createArrayNode();
        templates.forEach(template -> all.add(template.json()));
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indent);
        printer.indentArraysWith(indent);
        try {
            return mapper.writer(printer).writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
