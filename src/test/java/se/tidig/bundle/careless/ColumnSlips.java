package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.tableFile;
import static se.tidig.bundle.careless.TableSlips.column;
import static se.tidig.bundle.careless.TableSlips.out;
import static se.tidig.bundle.careless.TableSlips.slip;
import static se.tidig.bundle.careless.TableSlips.text;

import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Mistakes in a table's columns and attributes. */
final class ColumnSlips {

    private ColumnSlips() {}

    static Stream<Slip> all() {
        return Stream.of(columns(), frames()).flatMap(slips -> slips);
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
                        "delegation rad 1 kolumn Typ av beslut",
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
                        "applicant-eligibility kolumn Typ av sökande",
                        "läser \"applicantKind\", som inte finns",
                        x -> out(x, "applicant-kind", 1).setName("kind")),
                slip(
                        "en utdatakolumn utan namn",
                        "delegation",
                        "delegation kolumn Grupp som beslutar",
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
                        "ingen rad tar Dagen då ansökan kom in under gränsen, Underskriven eller bekräftad av behörig företrädare, eller av ombud ja, Beskrivning av verksamheten saknas nej, Beskrivning av syftet saknas nej, Kostnadsposter saknas nej, Antal uppgifter som saknas 0, Antal handlingar som saknas 0, Ombud utan fullmakt ja, Bara ombudet har skrivit under nej, Kompletteringsomgångar som återstår 0, Begärd bekräft…",
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
                        "raden och rad 1 tar båda Någon iakttagelse leder till avvisning ja, Underskrift, fullmakt eller bekräftelse kan kompletteras ja, men träffregeln UNIQUE tillåter bara en",
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
}
