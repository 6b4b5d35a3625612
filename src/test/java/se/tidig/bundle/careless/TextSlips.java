package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.description;
import static se.tidig.bundle.careless.CarelessOwner.lines;
import static se.tidig.bundle.careless.CarelessOwner.page;
import static se.tidig.bundle.careless.CarelessOwner.without;
import static se.tidig.bundle.careless.Hands.first;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.tidig.bundle.Bundle;

/** Mistakes in mails, letters and the description of the bundle. */
final class TextSlips {

    private static final String TEXT = "forms/mails/decision.txt";
    private static final String HTML = "forms/mails/decision.html";
    private static final String LETTER = "forms/letters/decision-grant.html";
    private static final String PART = "forms/letters/parts/grant-terms.html";
    private static final String THYMELEAF = "th:text";

    private TextSlips() {}

    static Stream<Slip> all() {
        return Stream.of(mails(), letters(), descriptions()).flatMap(slips -> slips);
    }

    private static Stream<Slip> mails() {
        return Stream.of(
                mail(
                        "en variabel felstavad i ämnesraden",
                        "rad 1",
                        "visar \"cases\", som inte finns (menas \"case\"?)",
                        0,
                        line -> line.replace("case.reference", "cases.reference")),
                mail(
                        "en variabel utan hakparenteser",
                        "rad 5",
                        "ett ${...} står direkt i texten och visas som det är",
                        4,
                        line -> line.replace("[(${project.title})]", "${project.title}")),
                mail(
                        "ett fält felstavat i ett mejl",
                        "rad 5",
                        "visar \"project.titel\", som inte finns (menas \"title\"?)",
                        4,
                        line -> line.replace("project.title", "project.titel")),
                mail(
                        "ett svar felstavat i ett mejl",
                        "rad 5",
                        "visar \"answers.participantFees\", som inte finns (menas \"participantFee\"?)",
                        4,
                        line -> line.replace("project.title", "answers.participantFees")),
                mail(
                        "ett fält felstavat i ett mejls villkor",
                        "rad 7",
                        "visar \"decision.grantd\", som inte finns (menas \"granted\"?)",
                        6,
                        line -> line.replace("decision.granted", "decision.grantd")),
                mail("ämnet utan ordet Ämne", "rad 1", "mejlet saknar ämnesrad", 0, line -> line.replace("Ämne: ", "")),
                mail("ingen tom rad efter ämnet", "rad 2", "raden efter ämnet är inte tom", 1, line -> "Hej!"),
                mail(
                        "ett villkor som inte avslutas",
                        "",
                        "ett villkor eller en upprepning i texten avslutas inte",
                        8,
                        line -> line.replace("[/]", "")),
                mail(
                        "ett uttryck med skrivfel",
                        "rad 7",
                        "uttrycket ${decision.granted && and decision.amount == decision.requested} går inte att tolka",
                        6,
                        line -> line.replace("decision.granted", "decision.granted &&")),
                new Slip("mejlets text tömd", TEXT, "", "texten är tom", () -> lines(TEXT, List::clear)),
                new Slip(
                        "mejlets text borttagen",
                        TEXT,
                        "",
                        "mejlet finns bara i den andra formen",
                        () -> without(TEXT)),
                new Slip(
                        "mejlets html borttagen",
                        HTML,
                        "",
                        "mejlet finns bara i den andra formen",
                        () -> without(HTML)),
                new Slip(
                        "båda formerna av ett mejl borttagna",
                        CarelessOwner.processFile("application"),
                        "serviceTask_mailReceipt",
                        "mejlet \"application-received\" finns inte",
                        () -> {
                            var files = new java.util.TreeMap<>(CarelessOwner.BUNDLE.files());
                            files.remove("forms/mails/application-received.txt");
                            files.remove("forms/mails/application-received.html");
                            return new Bundle(files);
                        }),
                new Slip(
                        "mejlets text omdöpt",
                        "forms/mails/decision-mail.html",
                        "",
                        "mejlet finns bara i den andra formen",
                        () -> CarelessOwner.renamed(TEXT, "forms/mails/decision-mail.txt")));
    }

    private static Stream<Slip> letters() {
        return Stream.of(
                letter(
                        "en variabel felstavad i ett brev",
                        "rad 13",
                        "visar \"descision\", som inte finns (menas \"decision\"?)",
                        x -> first(x, "strong").setAttribute(THYMELEAF, "${descision.amount}")),
                letter(
                        "ett fält felstavat i ett brev",
                        "rad 13",
                        "visar \"decision.amuont\", som inte finns (menas \"amount\"?)",
                        x -> first(x, "strong").setAttribute(THYMELEAF, "${decision.amuont}")),
                letter(
                        "ett fält inom klamrar felstavat i ett brev",
                        "rad 13",
                        "visar \"decision.amuont\", som inte finns (menas \"amount\"?)",
                        x -> first(x, "strong").setAttribute(THYMELEAF, "${decision['amuont']}")),
                part(
                        "ett fält i en upprepning felstavat i en gemensam text",
                        "rad 10",
                        "visar \"ground.reson\", som inte finns (menas \"reason\"?)",
                        x -> {
                            first(x, "li").setAttribute("th:each", "ground : ${decision.grounds}");
                            first(x, "li").setAttribute(THYMELEAF, "${ground.reson}");
                        }),
                letter(
                        "ett fält i ett urval felstavat i ett brev",
                        "rad 13",
                        "visar \"paragrap\", som inte finns (menas \"paragraph\"?)",
                        x -> first(x, "strong").setAttribute(THYMELEAF, "${decision.grounds.![paragrap]}")),
                letter(
                        "ett attribut felstavat i ett brev",
                        "rad 13",
                        "th:txt är okänt eller inte tillåtet (menas \"text\"?)",
                        x -> first(x, "strong").setAttribute("th:txt", "${decision.amount}")),
                part(
                        "en upprepning utan kolon",
                        "rad 10",
                        "upprepningen \"payment ${decision.payments}\" går inte att tolka",
                        x -> first(x, "li").setAttribute("th:each", "payment ${decision.payments}")),
                new Slip(
                        "en gemensam text felstavad i ett brev",
                        LETTER,
                        "",
                        "texten \"grant-term\" finns inte",
                        () -> lines(
                                LETTER, lines -> lines.replaceAll(line -> line.replace("grant-terms", "grant-term")))),
                letter("ett skript i ett brev", "", "texten har ett skript", x -> first(x, "body")
                        .appendChild(x.createElement("script"))),
                letter(
                        "ett uttryck som når Tidigs kod",
                        "rad 13",
                        "uttrycket ${T(java.lang.System).exit(0)} når Tidigs kod, vilket inte är tillåtet",
                        x -> first(x, "strong").setAttribute(THYMELEAF, "${T(java.lang.System).exit(0)}")),
                letter(
                        "ett urval som når Tidigs kod",
                        "rad 13",
                        "uttrycket ${decision.grounds.?[T(java.lang.Math).random() > 0]} når Tidigs kod, vilket inte är tillåtet",
                        x -> first(x, "strong")
                                .setAttribute(THYMELEAF, "${decision.grounds.?[T(java.lang.Math).random() > 0]}")),
                letter(
                        "en variabel direkt i texten",
                        "rad 13",
                        "ett ${...} står direkt i texten och visas som det är",
                        x -> first(x, "strong").getParentNode().appendChild(x.createTextNode("${decision.amount}"))),
                new Slip(
                        "ett element i ett brev inte stängt",
                        LETTER,
                        "rad 18",
                        "HTML-koden är inte välformad",
                        () -> lines(LETTER, lines -> lines.replaceAll(line -> line.replace("</h1>", "")))),
                new Slip(
                        "ett brev som Tidig skriver borttaget",
                        LETTER,
                        "decision-grant",
                        "brevet finns inte men skrivs av Tidig (Skriv beslutet)",
                        () -> without(LETTER)),
                new Slip(
                        "ett brev omdöpt",
                        LETTER,
                        "decision-grant",
                        "brevet finns inte men skrivs av Tidig (Skriv beslutet)",
                        () -> CarelessOwner.renamed(LETTER, "forms/letters/decision-granted.html")),
                new Slip(
                        "ett brev i fel mapp",
                        "forms/decision-grant.html",
                        "",
                        "filen hör inte till bunten",
                        () -> CarelessOwner.renamed(LETTER, "forms/decision-grant.html")));
    }

    private static Stream<Slip> descriptions() {
        return Stream.of(
                new Slip(
                        "en grupp som uppgifter har borttagen",
                        CarelessOwner.processFile("application"),
                        "userTask_reviewConflict",
                        "gruppen \"headsOfUnit\" finns inte i bundle.yaml",
                        () -> description(x -> groups(x).remove("headsOfUnit"))),
                new Slip(
                        "en grupp som en tabell ger borttagen",
                        CarelessOwner.processFile("application"),
                        "userTask_decide",
                        "variabeln \"decisionGroup\" kan ge gruppen \"decisionMakers\", som inte finns i bundle.yaml",
                        () -> description(x -> groups(x).remove("decisionMakers"))),
                told("en grupps namn tomt", "registrars", "gruppen saknar svenskt namn", x -> groups(x)
                        .put("registrars", " ")),
                told(
                        "en grupps id med mellanslag",
                        "mina handläggare",
                        "gruppens id har andra tecken än a–z, A–Z och 0–9",
                        x -> groups(x).put("mina handläggare", "Mina")),
                told("ordet groups felstavat", "grups", "okänd uppgift", x -> x.put("grups", x.remove("groups"))),
                told(
                        "versionen med två tal",
                        "version",
                        "versionen \"1.0\" har inte formen 1.0.0",
                        x -> x.put("version", "1.0")),
                told("författningen borttagen", "legalBasis", "uppgiften saknas", x -> x.remove("legalBasis")),
                told("kontrolldagen i ord", "checked", "\"i dag\" är inget datum", x -> x.put("checked", "i dag")),
                told(
                        "ett element felstavat i ett steg",
                        "received",
                        "elementet \"serviceTask_registr\" finns inte i processen application (menas \"serviceTask_register\"?)",
                        x -> elements(x, 0).set(0, "application#serviceTask_registr")),
                told(
                        "en process felstavad i ett steg",
                        "received",
                        "processen \"aplication\" finns inte",
                        x -> elements(x, 0).set(0, "aplication#serviceTask_register")),
                told("ett steg utan element", "received", "steget pekar inte ut några element", x -> elements(x, 0)
                        .clear()),
                told("ett steg kopierat", "received", "steget finns två gånger", x -> stages(x)
                        .add(stages(x).get(0))),
                told("ett steg utan svenskt namn", "name", "uppgiften saknas", x -> stages(x)
                        .get(0)
                        .remove("name")),
                new Slip(
                        "beskrivningen borttagen",
                        Bundle.DESCRIPTION,
                        "",
                        "filen saknas",
                        () -> without(Bundle.DESCRIPTION)),
                new Slip("en mapp borttagen", "dmn/", "", "mappen saknas eller har inga tabeller", () -> {
                    var files = new java.util.TreeMap<>(CarelessOwner.BUNDLE.files());
                    files.keySet().removeIf(name -> name.startsWith("dmn/"));
                    return new Bundle(files);
                }));
    }

    private static Slip mail(String name, String element, String cause, int line, UnaryOperator<String> change) {
        return new Slip(
                name, TEXT, element, cause, () -> lines(TEXT, lines -> lines.set(line, change.apply(lines.get(line)))));
    }

    private static Slip letter(String name, String element, String cause, Consumer<org.w3c.dom.Document> change) {
        return new Slip(name, LETTER, element, cause, () -> page(LETTER, change));
    }

    private static Slip part(String name, String element, String cause, Consumer<org.w3c.dom.Document> change) {
        return new Slip(name, PART, element, cause, () -> page(PART, change));
    }

    private static Slip told(String name, String element, String cause, Consumer<Map<String, Object>> change) {
        return new Slip(name, Bundle.DESCRIPTION, element, cause, () -> description(change));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> groups(Map<String, Object> description) {
        return (Map<String, Object>) description.get("groups");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> stages(Map<String, Object> description) {
        return (List<Map<String, Object>>) description.get("stages");
    }

    @SuppressWarnings("unchecked")
    private static List<String> elements(Map<String, Object> description, int stage) {
        return (List<String>) stages(description).get(stage).get("elements");
    }
}
