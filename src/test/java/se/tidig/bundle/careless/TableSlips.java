package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.table;
import static se.tidig.bundle.careless.CarelessOwner.tableFile;
import static se.tidig.bundle.careless.Hands.input;
import static se.tidig.bundle.careless.Hands.output;
import static se.tidig.bundle.careless.Hands.removeRow;
import static se.tidig.bundle.careless.Hands.row;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** Slips in decision tables. */
final class TableSlips {

    private TableSlips() {}

    static Stream<Slip> all() {
        return Stream.of(rows(), cells(), columns(), frames()).flatMap(slips -> slips);
    }

    private static Stream<Slip> rows() {
        return Stream.of(
                slip(
                        "raden för stora belopp borttagen",
                        "delegation",
                        "delegation",
                        "ingen rad tar Slag av beslut \"GRANT\", Belopp, kr 500001",
                        x -> removeRow(x, "delegation", 2)),
                slip(
                        "raden för ett beslut borttagen",
                        "delegation",
                        "delegation",
                        "ingen rad tar Slag av beslut \"REFUSAL\"",
                        x -> removeRow(x, "delegation", 3)),
                slip(
                        "gränsen höjd på den ena raden: lucka",
                        "delegation",
                        "delegation",
                        "ingen rad tar Slag av beslut \"GRANT\", Belopp, kr 500001",
                        x -> input(x, "delegation", 2, 2, "> 600000")),
                slip(
                        "gränsen höjd på den ena raden: överlapp",
                        "delegation",
                        "delegation rad 2",
                        "raden och rad 1 tar båda Slag av beslut \"GRANT\", Belopp, kr 600000, men träffregeln UNIQUE tillåter bara en",
                        x -> input(x, "delegation", 1, 2, "<= 600000")),
                slip(
                        "gränsen själv i ingen rad",
                        "audit-requirement",
                        "audit-requirement",
                        "ingen rad tar Kommun eller kommunalförbund nej, Beviljat belopp, kr på gränsen",
                        x -> input(x, "audit-requirement", 3, 2, "> 5 * priceBase.amount")),
                slip(
                        "gränsen själv i två rader",
                        "audit-requirement",
                        "audit-requirement rad 3",
                        "raden och rad 2 tar båda Kommun eller kommunalförbund nej, Beviljat belopp, kr på gränsen, men träffregeln UNIQUE tillåter bara en",
                        x -> input(x, "audit-requirement", 2, 2, "<= 5 * priceBase.amount")),
                slip(
                        "ett svar på en fråga utan rad",
                        "eligibility",
                        "applicant-kind",
                        "ingen rad tar Organisationsform \"region\"",
                        x -> removeRow(x, "applicant-kind", 8)),
                slip(
                        "ett svar på en fråga i två rader",
                        "eligibility",
                        "applicant-kind rad 8",
                        "raden och rad 7 tar båda Organisationsform \"state\", men träffregeln UNIQUE tillåter bara en",
                        x -> input(x, "applicant-kind", 8, 1, "\"region\", \"state\"")),
                slip(
                        "en rad mitt i en följd borttagen",
                        "completion-rounds",
                        "completion-rounds",
                        "ingen rad tar Gjorda kompletteringar 1",
                        x -> removeRow(x, "completion-rounds", 2)),
                slip(
                        "en serie påminnelser borttagen",
                        "reminder-schedule",
                        "reminder-schedule",
                        "ingen rad tar Det som väntas \"DELAY_REVIEW\"",
                        x -> {
                            removeRow(x, "reminder-schedule", 10);
                            removeRow(x, "reminder-schedule", 9);
                        }),
                slip(
                        "den rad som alltid gäller borttagen",
                        "assessment-routing",
                        "assessment-routing",
                        "ingen rad tar Jämkad nej, Antal bedömningar 1, Sökt belopp, kr 999999, Tidigare redovisningar \"good\", Grund för avslag nej, Granskade villkor, antal 2",
                        x -> removeRow(x, "assessment-routing", 9)),
                slip(
                        "den rad som alltid gäller flyttad först",
                        "eligibility",
                        "outcome rad 2",
                        "raden kan aldrig träffa: rad 1 tar allt den tar, och står före",
                        x -> {
                            var rules = Hands.table(x, "outcome").getRules();
                            var last = new ArrayList<>(rules).get(5);
                            var copy = last.getDomElement();
                            copy.getParentElement().removeChild(copy);
                            copy.getParentElement();
                            Hands.table(x, "outcome")
                                    .getDomElement()
                                    .insertChildElementAfter(
                                            copy,
                                            new ArrayList<>(Hands.table(x, "outcome")
                                                            .getOutputs())
                                                    .get(0)
                                                    .getDomElement());
                        }),
                slip(
                        "ett villkor tömt på en rad",
                        "assessment-routing",
                        "assessment-routing rad 3",
                        "raden kan aldrig träffa: rad 2 tar allt den tar, och står före",
                        x -> {
                            input(x, "assessment-routing", 2, 2, "-");
                            input(x, "assessment-routing", 2, 3, "-");
                        }),
                slip(
                        "en rad kopierad",
                        "completion-rounds",
                        "completion-rounds rad 3",
                        "raden har samma villkor som en tidigare rad",
                        x -> input(x, "completion-rounds", 3, 1, "1")),
                slip(
                        "en rad med en cell för lite",
                        "delegation",
                        "delegation rad 1",
                        "raden har inte lika många celler som tabellen har kolumner",
                        x -> row(x, "delegation", 1)
                                .removeChildElement(row(x, "delegation", 1)
                                        .getInputEntries()
                                        .iterator()
                                        .next())));
    }

    private static Stream<Slip> cells() {
        return Stream.of(
                slip(
                        "ett beslut felstavat i en cell",
                        "delegation",
                        "delegation rad 3 kolumn Slag av beslut",
                        "värdet \"REFUSEL\" kan aldrig komma (menas \"REFUSAL\"?)",
                        x -> input(x, "delegation", 3, 1, "\"REFUSEL\"")),
                slip(
                        "en grupp felstavad i en utdatacell",
                        "application",
                        "userTask_decide",
                        "variabeln \"decisionGroup\" kan ge gruppen \"headOfUnit\", som inte finns i bundle.yaml (menas \"headsOfUnit\"?)",
                        x -> output(x, "delegation", 2, 1, "\"headOfUnit\"")),
                slip(
                        "ett svarsvärde felstavat i en cell",
                        "eligibility",
                        "applicant-eligibility rad 2 kolumn Organisationsform",
                        "värdet \"faithComunity\" kan aldrig komma (menas \"faithCommunity\"?)",
                        x -> input(x, "applicant-eligibility", 2, 2, "\"faithComunity\"")),
                slip(
                        "ett utfall felstavat",
                        "eligibility",
                        "outcome rad 3 kolumn Utgång",
                        "värdet \"INELIGABLE\" på outcome förstås inte av Tidig (menas \"INELIGIBLE\"?)",
                        x -> output(x, "outcome", 3, 1, "\"INELIGABLE\"")),
                slip(
                        "en verkan felstavad i ett fynd",
                        "eligibility",
                        "applicant-eligibility rad 1 kolumn Iakttagelse",
                        "värdet \"INELIGABLE\" på effect förstås inte av Tidig (menas \"INELIGIBLE\"?)",
                        x -> output(
                                x,
                                "applicant-eligibility",
                                1,
                                1,
                                "{code: \"APPLICANT_TYPE\", effect: \"INELIGABLE\", paragraph: \"7 §\", reason: \"Fel\"}")),
                slip(
                        "en väg felstavad",
                        "assessment-routing",
                        "assessment-routing rad 2 kolumn Fortsättning",
                        "värdet \"SECONDS\" på route förstås inte av Tidig (menas \"SECOND\"?)",
                        x -> output(x, "assessment-routing", 2, 1, "\"SECONDS\"")),
                slip(
                        "text utan citattecken",
                        "application",
                        "ruleTask_delegation",
                        "tabellen delegation (delegation rad 3 kolumn Slag av beslut) läser \"REFUSAL\", som inte finns före detta steg från startEvent_submitted",
                        "delegation",
                        x -> input(x, "delegation", 3, 1, "REFUSAL")),
                slip(
                        "en jämförelse skriven två gånger",
                        "delegation",
                        "delegation rad 2 kolumn Belopp, kr",
                        "FEEL-uttrycket > > 500000 går inte att tolka",
                        x -> input(x, "delegation", 2, 2, "> > 500000")),
                slip(
                        "beloppet som text",
                        "delegation",
                        "delegation rad 2 kolumn Belopp, kr",
                        "kolumnen har typen long men cellen jämför med texten \"500000\"",
                        x -> input(x, "delegation", 2, 2, "\"500000\"")),
                slip(
                        "tusental med mellanrum",
                        "delegation",
                        "delegation rad 2 kolumn Belopp, kr",
                        "FEEL-uttrycket > 500 000 går inte att tolka",
                        x -> input(x, "delegation", 2, 2, "> 500 000")),
                slip(
                        "en utdatacell tömd",
                        "delegation",
                        "delegation rad 2",
                        "en utdatacell är tom, så att raden ger ingenting",
                        x -> output(x, "delegation", 2, 1, "")),
                slip(
                        "en funktion felstavad",
                        "eligibility",
                        "outcome kolumn Någon iakttagelse leder till avvisning",
                        "anropar funktionen \"list contain\", som inte finns (menas \"list contains\"?)",
                        x -> text(x, "outcome", 1, "list contain(standing.effect, \"REJECT\")")));
    }

    private static Stream<Slip> columns() {
        return Stream.of(
                slip(
                        "en indatakolumn läser ett felstavat namn",
                        "assessment-routing",
                        "assessment-routing kolumn Antal bedömningar",
                        "läser \"asessors\", som inte finns (menas \"assessors\"?)",
                        x -> text(x, "assessment-routing", 2, "asessors")),
                slip(
                        "en process lämnar inte det tabellen läser",
                        "application",
                        "ruleTask_delegation",
                        "tabellen delegation (delegation kolumn Belopp, kr) läser \"amount\", som inte finns före detta steg från startEvent_submitted",
                        "delegation",
                        x -> text(x, "delegation", 2, "amount")),
                slip(
                        "en fråga som formuläret inte har",
                        "eligibility",
                        "applicant-eligibility kolumn Uppgift om agerande enligt 7 a §",
                        "läser \"democraticConcern\", som inte finns (menas \"democracyConcern\"?)",
                        x -> text(x, "applicant-eligibility", 11, "democraticConcern")),
                slip(
                        "en kolumns typ bytt till datum",
                        "delegation",
                        "delegation kolumn Belopp, kr",
                        "typen \"date\" kan inte användas (motorn avvisar då datum)",
                        x -> column(x, "delegation", 2).getInputExpression().setTypeRef("date")),
                slip(
                        "en beloppskolumns typ bytt till text",
                        "delegation",
                        "delegation rad 1 kolumn Belopp, kr",
                        "kolumnen har typen string men cellen jämför med tal",
                        x -> column(x, "delegation", 2).getInputExpression().setTypeRef("string")),
                slip(
                        "en beloppskolumns typ bytt till ja och nej",
                        "delegation",
                        "delegation rad 1 kolumn Belopp, kr",
                        "kolumnen har typen boolean men cellen jämför med tal",
                        x -> column(x, "delegation", 2).getInputExpression().setTypeRef("boolean")),
                slip(
                        "en textkolumns typ bytt till tal",
                        "delegation",
                        "delegation rad 1 kolumn Slag av beslut",
                        "kolumnen har typen number men cellen jämför med texten \"GRANT\"",
                        x -> column(x, "delegation", 1).getInputExpression().setTypeRef("number")),
                slip(
                        "en utdatakolumn omdöpt",
                        "assessment-routing",
                        "assessment-routing",
                        "utdata \"route\" saknas, som Tidig läser",
                        x -> out(x, "assessment-routing", 1).setName("way")),
                slip(
                        "en utdatakolumn som en annan tabell läser omdöpt",
                        "eligibility",
                        "applicant-eligibility kolumn Slag av sökande",
                        "läser \"applicantKind\", som inte finns",
                        x -> out(x, "applicant-kind", 1).setName("kind")),
                slip(
                        "en utdatakolumn utan namn",
                        "delegation",
                        "delegation kolumn Beslutande grupp",
                        "utdatakolumnen har inget namn",
                        x -> out(x, "delegation", 1).setName("")));
    }

    private static Stream<Slip> frames() {
        return Stream.of(
                slip(
                        "träffregeln bytt så att flera rader ges, i en process",
                        "application",
                        "ruleTask_delegation",
                        "tabellen delegation kan ge flera rader men bara en tas emot",
                        "delegation",
                        x -> Hands.table(x, "delegation").setHitPolicy(HitPolicy.COLLECT)),
                slip(
                        "träffregeln bytt så att flera rader ges, i Tidig",
                        "assessment-routing",
                        "assessment-routing",
                        "träffregeln COLLECT kan ge flera rader, men Tidig läser en",
                        x -> Hands.table(x, "assessment-routing").setHitPolicy(HitPolicy.COLLECT)),
                slip(
                        "träffregeln bytt så att en rad ges",
                        "payment-conditions",
                        "payment-conditions",
                        "träffregeln FIRST ger bara en rad, men Tidig läser alla som träffar",
                        x -> Hands.table(x, "payment-conditions").setHitPolicy(HitPolicy.FIRST)),
                slip(
                        "träffregeln bytt så att en underliggande tabell ger en rad",
                        "eligibility",
                        "admissibility",
                        "ingen rad tar Ankomst under gränsen, Undertecknad av behörig företrädare ja, Beskrivning av verksamheten saknas nej, Beskrivning av syftet saknas nej, Budgetposter saknas nej, Antal uppgifter som saknas 0, Antal handlingar som saknas 0",
                        x -> Hands.table(x, "admissibility").setHitPolicy(HitPolicy.FIRST)),
                slip(
                        "träffregeln bytt till en som motorn inte kör",
                        "delegation",
                        "delegation",
                        "träffregeln PRIORITY körs inte av motorn",
                        x -> Hands.table(x, "delegation").setHitPolicy(HitPolicy.PRIORITY)),
                slip(
                        "träffregeln bytt så att rader överlappar",
                        "eligibility",
                        "outcome rad 2",
                        "raden och rad 1 tar båda Någon iakttagelse leder till avvisning ja, Underskriften kan kompletteras ja, men träffregeln UNIQUE tillåter bara en",
                        x -> Hands.table(x, "outcome").setHitPolicy(HitPolicy.UNIQUE)),
                slip(
                        "tabellens id bytt",
                        "delegation",
                        "",
                        "ingen tabell i filen heter som filen, delegation",
                        x -> ((Decision) x.getModelElementById("delegation")).setId("delegations")),
                slip(
                        "versionsmärket borttaget från en tabell",
                        "delegation",
                        "delegation",
                        "versionsmärke saknas",
                        x -> ((Decision) x.getModelElementById("delegation")).setVersionTag("")),
                slip(
                        "namnet borttaget från en tabell",
                        "delegation",
                        "delegation",
                        "tabellen saknar svenskt namn",
                        x -> ((Decision) x.getModelElementById("delegation")).setName("")),
                slip(
                        "pilen från en underliggande tabell borttagen",
                        "eligibility",
                        "requirement_outcome_standing",
                        "diagrammet visar ett element som inte finns",
                        x -> {
                            Decision outcome = x.getModelElementById("outcome");
                            outcome.getInformationRequirements().forEach(outcome::removeChildElement);
                        }),
                new Slip(
                        "tabellens fil borttagen",
                        tableFile("payment-plan"),
                        "payment-plan",
                        "tabellen finns inte men används av Tidig",
                        () -> CarelessOwner.without(tableFile("payment-plan"))));
    }

    private static Input column(DmnModelInstance model, String decision, int column) {
        return new ArrayList<>(Hands.table(model, decision).getInputs()).get(column - 1);
    }

    private static Output out(DmnModelInstance model, String decision, int column) {
        return new ArrayList<>(Hands.table(model, decision).getOutputs()).get(column - 1);
    }

    private static void text(DmnModelInstance model, String decision, int column, String text) {
        column(model, decision, column).getInputExpression().getText().setTextContent(text);
    }

    private static Slip slip(
            String name, String file, String element, String cause, Consumer<DmnModelInstance> change) {
        return file.equals("application")
                ? slip(name, file, element, cause, "delegation", change)
                : new Slip(name, tableFile(file), element, cause, () -> table(file, change));
    }

    /** A slip in a table that is told of a process. */
    private static Slip slip(
            String name, String process, String element, String cause, String file, Consumer<DmnModelInstance> change) {
        return new Slip(name, CarelessOwner.processFile(process), element, cause, () -> table(file, change));
    }
}
