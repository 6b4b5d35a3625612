package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.form;
import static se.tidig.bundle.careless.CarelessOwner.formFile;
import static se.tidig.bundle.careless.Hands.component;
import static se.tidig.bundle.careless.Hands.removeComponent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Mistakes in forms. */
final class FormSlips {

    private FormSlips() {}

    static Stream<Slip> all() {
        return Stream.of(keys(), shown(), rules(), frames()).flatMap(slips -> slips);
    }

    private static Stream<Slip> keys() {
        return Stream.of(
                slip(
                        "en nyckel som Tidig läser omdöpt",
                        "assess-application",
                        "needPosition",
                        "frågan \"needPosition\" saknas, som Tidig läser",
                        x -> component(x, "needPosition").put("key", "behov")),
                slip(
                        "en fråga som Tidig läser borttagen",
                        "propose-decision",
                        "proposedReasons",
                        "frågan \"proposedReasons\" saknas, som Tidig läser",
                        x -> removeComponent(x, "proposedReasons")),
                slip(
                        "en nyckel som en tabell läser omdöpt",
                        "application",
                        "organisationType",
                        "frågan \"organisationType\" saknas, som Tidig läser (menas \"organisationName\"?)",
                        x -> component(x, "organisationType").put("key", "organisationKind")),
                slip(
                        "ett villkor nämner ett alternativ som inte finns",
                        "decide",
                        "returnReason",
                        "Uttrycket \"=not(decisionAnswer = \"retur\")\": Frågan decisionAnswer har inget alternativ retur",
                        x -> hide(x, "returnReason", "=not(decisionAnswer = \"retur\")")),
                slip(
                        "ett villkor om en bland flera nämner en som inte finns",
                        "application",
                        "title",
                        "Uttrycket \"=list contains(focusAreas, \"svenska\")\": Frågan focusAreas har inget alternativ svenska",
                        x -> hide(x, "title", "=list contains(focusAreas, \"svenska\")")),
                slip(
                        "ett alternativs värde felstavat",
                        "examine-refusal",
                        "examination",
                        "alternativet \"upheld\" förstås inte av Tidig (menas \"uphold\"?)",
                        x -> choice(x, "examination", 0, "upheld")),
                slip(
                        "ett alternativs värde på svenska",
                        "propose-decision",
                        "proposedKind",
                        "alternativet \"BIFALL\" förstås inte av Tidig",
                        x -> choice(x, "proposedKind", 0, "BIFALL")),
                slip(
                        "ett alternativ som Tidig inte förstår tillagt",
                        "decide-obstacle",
                        "obstacleDecision",
                        "alternativet \"WAIT\" förstås inte av Tidig",
                        x -> ((ArrayNode) component(x, "obstacleDecision").get("values"))
                                .addObject()
                                .put("label", "Vänta")
                                .put("value", "WAIT")),
                slip(
                        "ett svar om villkoren som Tidig inte förstår tillagt",
                        "report",
                        "conditionsFollowed",
                        "alternativet \"partly\" förstås inte av Tidig",
                        x -> ((ArrayNode) component(x, "conditionsFollowed").get("values"))
                                .addObject()
                                .put("label", "Delvis")
                                .put("value", "partly")),
                slip(
                        "samma nyckel på två frågor",
                        "assess-application",
                        "scoreA",
                        "Nyckeln scoreA används två gånger",
                        x -> component(x, "scoreB").put("key", "scoreA")),
                slip(
                        "en kopierad fråga med samma id",
                        "assess-application",
                        "scoreB",
                        "Id number_scoreA används av två komponenter",
                        x -> component(x, "scoreB")
                                .put("id", component(x, "scoreA").get("id").asText())));
    }

    private static Stream<Slip> shown() {
        return Stream.of(
                slip(
                        "en komponent felstavad",
                        "propose-decision",
                        "proposedReasons",
                        "Komponenttypen textaera kan inte visas i uppgiftslistan och portalen",
                        x -> component(x, "proposedReasons").put("type", "textaera")),
                slip(
                        "en komponent som ingen visar",
                        "propose-decision",
                        "proposedReasons",
                        "Komponenttypen filepicker kan inte visas i uppgiftslistan och portalen",
                        x -> component(x, "proposedReasons").put("type", "filepicker")),
                slip(
                        "en knapp i ett formulär för sökande",
                        "application",
                        "title",
                        "komponenten button kan inte visas i portalen",
                        x -> component(x, "title").put("type", "button").put("action", "reset")),
                new Slip(
                        "en uppgift ur ärendet felstavad",
                        CarelessOwner.processFile("application"),
                        "userTask_proposeDecision",
                        "formuläret propose-decision visar variabeln \"cases\", som ingenting i processen skriver (menas \"case\"?)",
                        () -> form("propose-decision", x -> component(x, "text_case")
                                .put("text", "{{cases.reference}}"))),
                slip(
                        "ett svar felstavat",
                        "propose-decision",
                        "text_case",
                        "uttrycket \"answers.participantFees\" läser \".participantFees\", som inte finns (menas \"participantFee\"?)",
                        x -> component(x, "text_case").put("text", "{{answers.participantFees}}")),
                slip(
                        "en mall som inte avslutas",
                        "propose-decision",
                        "text_case",
                        "En mall har #if eller #loop som inte avslutas rätt",
                        x -> component(x, "text_case").put("text", "{{#if case.reference}}Ärende")),
                new Slip(
                        "en tabells källa felstavad",
                        CarelessOwner.processFile("application"),
                        "userTask_proposeDecision",
                        "formuläret propose-decision visar variabeln \"budgets\", som ingenting i processen skriver (menas \"budget\"?)",
                        () -> form("propose-decision", x -> component(x, "table_budget")
                                .put("dataSource", "=budgets"))),
                slip(
                        "ett fält i en uppgift ur ärendet felstavat",
                        "propose-decision",
                        "text_case",
                        "uttrycket \"project.titel\" läser \".titel\", som inte finns (menas \"title\"?)",
                        x -> component(x, "text_case").put("text", "{{project.titel}}")),
                slip(
                        "ett fält i utlysningen som inte finns",
                        "propose-decision",
                        "text_case",
                        "uttrycket \"callInfo.x\" läser \".x\", som inte finns",
                        x -> component(x, "text_case").put("text", "{{#if callInfo.x}}Ja{{/if}}")),
                slip(
                        "ett fält läst ur en text",
                        "rule-review",
                        "text_amounts",
                        "uttrycket \"ruleReview.text\" läser \".text\", som inte finns",
                        x -> component(x, "text_amounts").put("text", "{{ruleReview.text}}")),
                slip(
                        "en kolumn felstavad",
                        "propose-decision",
                        "table_budget",
                        "kolumnen \"ammount\" läser \"ammount\", som inte finns (menas \"amount\"?)",
                        x -> ((ObjectNode) component(x, "table_budget")
                                        .get("columns")
                                        .get(2))
                                .put("key", "ammount")),
                slip(
                        "ett fält i en upprepning felstavat",
                        "grant-confirmation",
                        "text_plan",
                        "uttrycket \"txt\" läser \"txt\", som inte finns (menas \"text\"?)",
                        x -> component(x, "text_plan").put("text", "{{#loop milestones}}\n- {{txt}}\n{{/loop}}")),
                slip(
                        "ett fält utanför en upprepning felstavat",
                        "grant-confirmation",
                        "text_plan",
                        "uttrycket \"parent.grant.summa\" läser \".summa\", som inte finns",
                        x -> component(x, "text_plan")
                                .put("text", "{{#loop milestones}}{{parent.grant.summa}}{{/loop}}")),
                slip(
                        "ett fält i en egen lista felstavat",
                        "report",
                        "use",
                        "uttrycket \"=sum(costs.outcom) = 0\" läser \".outcom\", som inte finns (menas \"outcome\"?)",
                        x -> hide(x, "use", "=sum(costs.outcom) = 0")),
                slip(
                        "alternativen borttagna",
                        "propose-decision",
                        "proposedKind",
                        "Fältet har inga alternativ",
                        x -> component(x, "proposedKind").remove("values")),
                slip(
                        "rader som fälls ihop",
                        "report",
                        "activities",
                        "Rader som fälls ihop skickas inte in av form-js 1.8.7",
                        x -> component(x, "dynamiclist_activities").put("disableCollapse", false)));
    }

    private static Stream<Slip> rules() {
        return Stream.of(
                slip(
                        "ett villkor som inte går att tolka",
                        "assess-application",
                        "externalMaterialText",
                        "Uttrycket \"=not(externalMaterial = \": Uttrycket går inte att tolka som FEEL",
                        x -> hide(x, "externalMaterialText", "=not(externalMaterial = ")),
                slip(
                        "ett villkor utan likhetstecken först",
                        "assess-application",
                        "externalMaterialText",
                        "Villkoret för att dölja är inget uttryck",
                        x -> hide(x, "externalMaterialText", "not(externalMaterial = true)")),
                slip(
                        "ett villkor med en funktion som skärmen saknar",
                        "assess-application",
                        "externalMaterialText",
                        "Uttrycket \"=upper case(needPosition) = \"X\"\": Uttrycket jämför värden av olika slag, till exempel text med tal",
                        x -> hide(x, "externalMaterialText", "=upper case(needPosition) = \"X\"")),
                new Slip(
                        "ett villkor med felstavad nyckel",
                        CarelessOwner.processFile("application"),
                        "userTask_assessApplication",
                        "formuläret assess-application visar variabeln \"externMaterial\", som ingenting i processen skriver (menas \"externalMaterial\"?)",
                        () -> form(
                                "assess-application",
                                x -> hide(x, "externalMaterialText", "=not(externMaterial = true)"))),
                slip(
                        "ett villkor som läser ett fält som inte finns",
                        "assess-application",
                        "externalMaterialText",
                        "uttrycket \"=eligibility.utcome = \"X\"\" läser \".utcome\", som inte finns (menas \"outcome\"?)",
                        x -> hide(x, "externalMaterialText", "=eligibility.utcome = \"X\"")),
                slip(
                        "ett mönster som inte går att tolka",
                        "call",
                        "opensTime",
                        "Mönstret ([01]\\d går inte att tolka",
                        x -> ((ObjectNode) component(x, "opensTime").get("validate")).put("pattern", "([01]\\d")),
                slip("en gräns i ord", "assess-application", "scoreA", "Gränsen max är inte ett tal", x -> ((ObjectNode)
                                component(x, "scoreA").get("validate"))
                        .put("max", "fyra")),
                slip(
                        "obligatoriskt på svenska",
                        "assess-application",
                        "scoreA",
                        "required är varken true eller false, så att svaret inte krävs",
                        x -> ((ObjectNode) component(x, "scoreA").get("validate")).put("required", "ja")),
                slip("en dagtyp felstavad", "application", "periodEnd", "subtype dat finns inte", x -> component(
                                x, "periodEnd")
                        .put("subtype", "dat")),
                slip(
                        "en kontroll felstavad",
                        "application",
                        "organisationNumber",
                        "Kontrollen orgnr finns inte",
                        x -> component(x, "organisationNumber")
                                .putObject("properties")
                                .put("check", "orgnr")),
                slip(
                        "ett tidigaste datum mot ett fält som inte finns",
                        "application",
                        "periodEnd",
                        "notBefore nämner fältet periodBegin som inte finns",
                        x -> component(x, "periodEnd").putObject("properties").put("notBefore", "periodBegin")),
                slip(
                        "en lång text får styra processen",
                        "assess-application",
                        "needPosition",
                        "Fältet kan inte styra processen: bara korta värden blir processvariabler",
                        x -> component(x, "needPosition")
                                .putObject("properties")
                                .put("routing", "true")));
    }

    private static Stream<Slip> frames() {
        return Stream.of(
                slip(
                        "formulärets id bytt",
                        "decide",
                        "decision",
                        "formulärets id är inte filens namn decide",
                        x -> x.put("id", "decision")),
                slip(
                        "formuläret gjort för Camunda 8",
                        "decide",
                        "decide",
                        "Formuläret är inte gjort för Camunda Platform",
                        x -> x.put("executionPlatform", "Camunda Cloud")),
                slip(
                        "formuläret i ett nyare schema",
                        "decide",
                        "decide",
                        "Formulärets schemaVersion är inte högst 16",
                        x -> x.put("schemaVersion", 18)),
                slip("formuläret tömt", "decide", "decide", "formuläret är tomt", x -> x.putArray("components")),
                slip(
                        "formuläret utan komponenter",
                        "decide",
                        "decide",
                        "filen är inget Camunda-formulär (en lista \"components\" saknas)",
                        x -> x.remove("components")),
                new Slip(
                        "formulärets fil borttagen",
                        formFile("decide"),
                        "decide",
                        "formuläret finns inte men läses av Tidig",
                        () -> CarelessOwner.without(formFile("decide"))),
                new Slip(
                        "formulärets fil omdöpt med stor bokstav",
                        "forms/Decide.form",
                        "decide",
                        "formulärets id är inte filens namn Decide",
                        () -> CarelessOwner.renamed(formFile("decide"), "forms/Decide.form")));
    }

    private static void choice(ObjectNode form, String key, int index, String value) {
        ((ObjectNode) component(form, key).get("values").get(index)).put("value", value);
    }

    private static void hide(ObjectNode form, String key, String condition) {
        component(form, key).putObject("conditional").put("hide", condition);
    }

    private static Slip slip(String name, String form, String element, String cause, Consumer<ObjectNode> change) {
        return new Slip(name, formFile(form), element, cause, () -> form(form, change));
    }
}
