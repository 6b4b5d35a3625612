package se.tidig.bundle.check.text;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.file.ModelReader;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.VariableIndex;
import se.tidig.engine.Topic;

/**
 * Checks the mails and letters that models send: they exist, a mail exists as text and HTML and has a subject, and they
 * show only content that exists.
 */
public final class TextCheck {

    private static final String MAILS = "forms/mails/";
    private static final String LETTERS = Bundle.LETTERS;
    private static final Pattern RECEIVER = Pattern.compile("applicant|refusedAgent|subscribers|group:([a-zA-Z0-9]+)");

    private final ModelSet models;

    public TextCheck(ModelSet models) {
        this.models = models;
    }

    public void check() {
        letters();
        var used = new HashSet<String>();
        for (var file : models.processFiles().values()) {
            for (var node : file.nodes()) {
                if (Topic.NOTIFICATION_SEND.name().equals(VariableIndex.topic(node))) {
                    notification(file, node, used);
                }
                inputs(file, node);
            }
        }
        var texts = new TreeMap<String, Set<String>>();
        models.bundle().names(MAILS, "").forEach(name -> texts.computeIfAbsent(
                        ModelSet.stem(name), stem -> new TreeSet<>())
                .add(name));
        texts.forEach((stem, names) -> {
            twin(stem, names);
            if (!used.contains(MAILS + stem) && models.knowsAllProcesses()) {
                models.findings()
                        .warning(
                                names.iterator().next(),
                                stem,
                                "mejlet skickas inte av någon process",
                                "använd det eller ta bort det");
            }
        });
        models.bundle().names("forms/", "").stream()
                .filter(name -> name.startsWith(MAILS) || name.startsWith(LETTERS))
                .filter(name -> !name.endsWith(StyleCheck.ENDING))
                .forEach(this::text);
    }

    private void inputs(ProcessFile file, FlowNode node) {
        var topic = models.vocabulary().topics().get(String.valueOf(VariableIndex.topic(node)));
        if (topic == null) {
            return;
        }
        for (var input : ProcessFile.extensions(node, "inputParameter")) {
            var name = String.valueOf(input.getAttribute("name"));
            if (Notation.isBlank(input.getAttribute("name"))) {
                models.findings()
                        .error(
                                file.name(),
                                node.getId(),
                                "en inputParameter saknar namn",
                                "skriv namnet: " + String.join(", ", new TreeSet<>(topic.inputs())));
            } else if (!topic.inputs().contains(name)) {
                models.findings()
                        .error(
                                file.name(),
                                node.getId(),
                                "ämnet " + topic.name() + " har ingen indata \"" + name + "\""
                                        + Suggestion.of(name, topic.inputs()),
                                "rätta stavningen eller ta bort den");
            }
        }
    }

    private void notification(ProcessFile file, FlowNode node, Set<String> used) {
        var mail = ProcessFile.input(node, "mail");
        var letter = ProcessFile.input(node, "letter");
        if (mail == null && letter == null) {
            models.findings()
                    .error(
                            file.name(),
                            node.getId(),
                            "det är inte sagt vilket mejl eller brev som skickas",
                            "ange indata mail eller letter");
        }
        attached(file, node, letter);
        if (mail != null) {
            used.add(MAILS + mail);
            if (!models.bundle().has(MAILS + mail + ".txt") && !models.bundle().has(MAILS + mail + ".html")) {
                missing(file, node, "mejlet", mail, MAILS + mail + ".txt och .html", names(MAILS));
            }
            receiver(file, node);
        }
        if (letter != null && !models.bundle().has(LETTERS + letter + ".html")) {
            missing(file, node, "brevet", letter, LETTERS + letter + ".html", names(LETTERS));
        }
    }

    /** A mail can attach only a document that some step writes. */
    private void attached(ProcessFile file, FlowNode node, String letter) {
        var attach = ProcessFile.input(node, "attach");
        var kinds = new TreeSet<String>();
        models.vocabulary()
                .delegates()
                .values()
                .forEach(words -> kinds.addAll(words.letters().values()));
        file.nodes().stream()
                .map(other -> ProcessFile.input(other, "letter"))
                .filter(written -> written != null)
                .forEach(kinds::add);
        for (var kind : attach == null ? new String[0] : attach.strip().split("\\s*,\\s*")) {
            if (!kinds.contains(kind) && !kind.equals(letter)) {
                models.findings()
                        .error(
                                file.name(),
                                node.getId(),
                                "mejlet bifogar \"" + kind + "\", som inget steg skriver" + Suggestion.of(kind, kinds),
                                "ange en handling som skrivs: " + String.join(", ", kinds));
            }
        }
    }

    /** Reports letters that Java writes but that do not exist. */
    private void letters() {
        for (var words : models.vocabulary().delegates().values()) {
            for (var letter : words.letters().keySet()) {
                if (!models.bundle().has(LETTERS + letter + ".html")) {
                    models.findings()
                            .error(
                                    LETTERS + letter + ".html",
                                    letter,
                                    "brevet finns inte men skrivs av Tidig (" + words.swedishName() + ")",
                                    "lägg tillbaka brevet med detta namn");
                }
            }
        }
    }

    private void receiver(ProcessFile file, FlowNode node) {
        var to = ProcessFile.input(node, "to");
        var matcher = RECEIVER.matcher(String.valueOf(to));
        if (!matcher.matches()) {
            models.findings()
                    .error(
                            file.name(),
                            node.getId(),
                            to == null ? "mejlet har ingen mottagare" : "mottagaren \"" + to + "\" är okänd",
                            "ange indata to: applicant, refusedAgent, subscribers eller group: och gruppens id");
        } else if (matcher.group(1) != null
                && models.description().groups() != null
                && !models.description().groups().containsKey(matcher.group(1))) {
            models.findings()
                    .error(
                            file.name(),
                            node.getId(),
                            "mejlet går till gruppen \"" + matcher.group(1) + "\", som inte finns i bundle.yaml",
                            "rätta stavningen eller lägg till gruppen där");
        }
    }

    private void missing(ProcessFile file, FlowNode node, String what, String name, String remedy, Set<String> known) {
        models.findings()
                .error(
                        file.name(),
                        node.getId(),
                        what + " \"" + name + "\" finns inte" + Suggestion.of(name, known),
                        "rätta namnet eller lägg till " + remedy);
    }

    private Set<String> names(String folder) {
        var names = new TreeSet<String>();
        models.bundle().names(folder, "").forEach(file -> names.add(ModelSet.stem(file)));
        return names;
    }

    private void twin(String stem, Set<String> names) {
        for (var ending : new String[] {".txt", ".html"}) {
            if (!names.contains(MAILS + stem + ending)) {
                models.findings()
                        .error(
                                MAILS + stem + ending,
                                "",
                                "mejlet finns bara i den andra formen",
                                "skriv det både som .txt och .html");
            }
        }
    }

    private void text(String name) {
        var text = models.bundle().tooLarge(name) ? null : ModelReader.text(models.bundle(), name, models.findings());
        if (text == null) {
            return;
        }
        if (!Notation.isKebab(ModelSet.stem(name))) {
            models.findings().error(name, "", "filens namn är inte skrivet med gemener och bindestreck", "byt namn");
        }
        if (text.isBlank()) {
            models.findings().error(name, "", "texten är tom", "skriv den eller ta bort filen");
            return;
        }
        if (name.startsWith(MAILS) && name.endsWith(".txt")) {
            subject(name, text);
        }
        new TemplateCheck(name, text, models.content(), models.findings()).check();
    }

    private void subject(String name, String text) {
        var lines = text.split("\\R", 3);
        if (!lines[0].startsWith("Ämne: ")
                || lines[0].substring("Ämne: ".length()).isBlank()) {
            models.findings()
                    .error(
                            name,
                            "rad 1",
                            "mejlet saknar ämnesrad",
                            "börja filen med Ämne: och ämnet, sedan en tom rad");
        } else if (lines.length < 2 || !lines[1].isBlank()) {
            models.findings()
                    .error(name, "rad 2", "raden efter ämnet är inte tom", "skriv en tom rad mellan ämne och text");
        } else if (lines.length < 3 || lines[2].isBlank()) {
            models.findings().error(name, "rad 3", "mejlet har ingen text", "skriv texten efter den tomma raden");
        }
    }
}
