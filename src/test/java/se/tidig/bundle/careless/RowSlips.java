package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.Hands.input;
import static se.tidig.bundle.careless.Hands.output;
import static se.tidig.bundle.careless.Hands.removeRow;
import static se.tidig.bundle.careless.Hands.row;
import static se.tidig.bundle.careless.TableSlips.slip;
import static se.tidig.bundle.careless.TableSlips.text;

import java.util.ArrayList;
import java.util.stream.Stream;

/** Mistakes in a table's rows and cells. */
final class RowSlips {

    private RowSlips() {}

    static Stream<Slip> all() {
        return Stream.of(rows(), cells()).flatMap(slips -> slips);
    }

    private static Stream<Slip> rows() {
        return Stream.of(
                slip(
                        "raden för stora belopp borttagen",
                        "delegation",
                        "delegation",
                        "ingen rad tar Typ av beslut \"GRANT\", Belopp, kr 500001",
                        x -> removeRow(x, "delegation", 2)),
                slip(
                        "raden för ett beslut borttagen",
                        "delegation",
                        "delegation",
                        "ingen rad tar Typ av beslut \"REFUSAL\"",
                        x -> removeRow(x, "delegation", 3)),
                slip(
                        "gränsen höjd på den ena raden: lucka",
                        "delegation",
                        "delegation",
                        "ingen rad tar Typ av beslut \"GRANT\", Belopp, kr 500001",
                        x -> input(x, "delegation", 2, 2, "> 600000")),
                slip(
                        "gränsen höjd på den ena raden: överlapp",
                        "delegation",
                        "delegation rad 2",
                        "raden och rad 1 tar båda Typ av beslut \"GRANT\", Belopp, kr 600000, men träffregeln UNIQUE tillåter bara en",
                        x -> input(x, "delegation", 1, 2, "<= 600000")),
                slip(
                        "gränsen själv i ingen rad",
                        "audit-requirement",
                        "audit-requirement",
                        "ingen rad tar Kommun eller kommunalförbund nej, Beviljat eller mottaget belopp, kr på gränsen",
                        x -> input(x, "audit-requirement", 3, 2, "> 5 * priceBase.amount")),
                slip(
                        "gränsen själv i två rader",
                        "audit-requirement",
                        "audit-requirement rad 3",
                        "raden och rad 2 tar båda Kommun eller kommunalförbund nej, Beviljat eller mottaget belopp, kr på gränsen, men träffregeln UNIQUE tillåter bara en",
                        x -> input(x, "audit-requirement", 2, 2, "<= 5 * priceBase.amount")),
                slip(
                        "ett svar på en fråga utan rad",
                        "eligibility",
                        "applicant-kind",
                        "ingen rad tar Organisationsform \"region\"",
                        x -> {
                            // Without the row for all other answers, each answer needs a row of its own.
                            removeRow(x, "applicant-kind", 10);
                            removeRow(x, "applicant-kind", 8);
                        }),
                slip(
                        "ett svar på en fråga i två rader",
                        "eligibility",
                        "applicant-kind rad 8",
                        "raden kan aldrig träffa: rad 7 tar allt den tar, och står före",
                        x -> input(x, "applicant-kind", 8, 1, "\"state\"")),
                slip(
                        "en rad mitt i en följd borttagen",
                        "completion-rounds",
                        "completion-rounds",
                        "ingen rad tar Kompletteringsomgångar hittills 1, Något hindrar prövning ja",
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
                        "ingen rad tar Gemensam bedömning nej, Antal bedömningar 1, Sökt belopp, kr 999999, Tidigare redovisningar \"good\", Grund för avslag nej, Prövade förutsättningar, antal 2",
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
                        "completion-rounds rad 4",
                        "raden har samma villkor som en tidigare rad",
                        x -> input(x, "completion-rounds", 4, 1, "1")),
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
                        "delegation rad 3 kolumn Typ av beslut",
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
                        "svaret på en fråga i redovisningen felstavat i en cell",
                        "report-check",
                        "report-check rad 6 kolumn Revisor",
                        "värdet \"nome\" kan aldrig komma (menas \"none\"?)",
                        x -> input(x, "report-check", 6, 10, "\"nome\"")),
                slip(
                        "en kod som Tidig letar efter ändrad",
                        "eligibility",
                        "eligibility",
                        "ingen rad ger code värdet \"NO_ELIGIBLE_COST\", som Tidig letar efter (menas \"NO_ELIGIBLE_COSTS\"?)",
                        x -> output(
                                x,
                                "cost-eligibility",
                                6,
                                1,
                                "{code: \"NO_ELIGIBLE_COSTS\", effect: \"INELIGIBLE\", paragraph: costParagraph, reason: \"Inget\"}")),
                slip(
                        "raden om att inget återstår borttagen",
                        "eligibility",
                        "eligibility",
                        "ingen rad ger code värdet \"NO_ELIGIBLE_COST\", som Tidig letar efter",
                        x -> removeRow(x, "cost-eligibility", 6)),
                slip(
                        "ett utfall felstavat",
                        "eligibility",
                        "outcome rad 3 kolumn Utgång",
                        "värdet \"INELIGABLE\" på outcome förstås inte av Tidig (menas \"INELIGIBLE\"?)",
                        x -> output(x, "outcome", 3, 1, "\"INELIGABLE\"")),
                slip(
                        "ett tal i stället för ett förslag",
                        "prioritisation",
                        "prioritisation rad 5 kolumn Förslag",
                        "värdet \"-1\" på kind förstås inte av Tidig",
                        x -> output(x, "prioritisation", 5, 1, "-1")),
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
                        "en uppgift i ett fynd felstavad",
                        "eligibility",
                        "applicant-eligibility rad 1 kolumn Iakttagelse",
                        "uppgiften \"paragraph\" saknas, som Tidig läser (menas \"paragraf\"?)",
                        x -> output(
                                x,
                                "applicant-eligibility",
                                1,
                                1,
                                "{code: \"APPLICANT_TYPE\", effect: \"INELIGIBLE\", paragraf: \"7 §\", reason: \"Fel\"}")),
                slip(
                        "skälet borttaget ur ett fynd",
                        "eligibility",
                        "applicant-eligibility rad 1 kolumn Iakttagelse",
                        "uppgiften \"reason\" saknas, som Tidig läser",
                        x -> output(
                                x,
                                "applicant-eligibility",
                                1,
                                1,
                                "{code: \"APPLICANT_TYPE\", effect: \"INELIGIBLE\", paragraph: \"7 §\"}")),
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
                        "tabellen delegation (delegation rad 3 kolumn Typ av beslut) läser \"REFUSAL\", som inte finns före detta steg från startEvent_submitted",
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
                        "en gräns som text",
                        "delegation",
                        "delegation rad 2 kolumn Belopp, kr",
                        "kolumnen har typen long men cellen jämför med texten \"500000\"",
                        x -> input(x, "delegation", 2, 2, "> \"500000\"")),
                slip(
                        "ett decimalkomma",
                        "delegation",
                        "delegation rad 2",
                        "cellen har ett kommatecken i ett tal, och FEEL läser det som två värden",
                        x -> input(x, "delegation", 2, 2, "<= 500000,50")),
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
}
