package se.tidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Chromium;
import se.tidig.Mailbox;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.Applications;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;

/**
 * An applicant's whole way through the portal in a real browser: from the call's page over account, organisation, draft,
 * completion, hearing, decision and confirmation to the accepted report.
 */
@TidigTest
class WholeWayTest {

    private static final String PASSWORD = "bryggan vid havet";
    private static final String PDF = "%PDF-1.4\n%%EOF\n";

    @LocalServerPort
    private int port;

    @Autowired
    private BackOffice office;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private Applications applications;

    @Autowired
    private Grants grants;

    @Autowired
    private JdbcClient jdbc;

    private Screen screen;
    private Reference call;
    private PortalWindow window;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
        call = office.opensCall();
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void anAssociationOnATelephoneWithoutScripts() {
        window = new PortalWindow(screen.window(375, false));
        var email = "maja@example.org";
        window.goesTo("/utlysningar/" + call);
        window.follows("Ansök");
        window.follows("Skapa ett konto");
        window.types(Map.of("name", "Maja Exempelsson", "email", email, "password", "kort"));
        window.presses("Skapa kontot");
        window.isRefused("password", "12 tecken");
        window.types(Map.of("password", PASSWORD));
        window.presses("Skapa kontot");
        window.goesTo(mailbox.link(email, "CONFIRM"));
        window.presses("Bekräfta adressen");
        logsIn(email, "Logga in");
        window.goesTo("/organisationer");
        window.types(Map.of("number", "802460-3301"));
        window.presses("Fortsätt");
        window.isRefused("number", "organisationsnummer");
        window.types(Map.of("number", "802460-3303"));
        window.presses("Fortsätt");
        window.types(Map.of("name", "Hälsosteget Sölvesborg", "type", "association", "position", "ordförande"));
        window.presses("Lägg till organisationen");

        window.goesTo("/utlysningar/" + call);
        window.presses("Ansök");
        var draft = window.page().url();
        association(draft);
        window.goesTo(draft + "/granska");
        window.isTold("Det här saknas");
        window.sees("Årsmötesprotokoll", "Hälsopromenader två kvällar i veckan.");
        window.follows("Gå vidare till försäkran");
        window.presses("Skicka in ansökan");
        window.isRefused("capacity", "Välj om du skriver under");
        declares();
        window.presses("Skicka in ansökan");
        window.isTold("Ansökan har kommit in");
        var reference = applied();
        window.sees(reference.value());
        office.goesOn();
        assertThat(mails(reference)).contains("application-received");

        office.takes(reference);
        office.asksForCompletion(reference, "Skicka in protokollet från årsmötet.");
        window.goesTo("/mina-sidor");
        window.sees("Svara på begäran om komplettering");
        window.page()
                .locator("main a[href='/mina-sidor/" + reference + "/komplettering']")
                .first()
                .click();
        window.sees("Skicka in protokollet från årsmötet.");
        window.does("send");
        window.isRefused("completionReply", "Fyll i Er komplettering");
        window.types(Map.of("completionReply", "Här är protokollet."));
        window.sendsFile("attachments.annualMeetingMinutes", "protokoll.pdf", PDF);
        window.sees("protokoll.pdf");
        window.does("send");
        window.sees("Svaret har kommit in");
        office.goesOn();

        office.hears(reference, call, "Kommunen uppger att liknande promenader redan finns.");
        window.goesTo("/mina-sidor/" + reference + "/yttrande");
        window.sees("Kommunen uppger att liknande promenader redan finns.");
        window.types(Map.of("hearingReply", "Kommunens promenader går på dagtid."));
        window.does("send");
        office.goesOn();

        isGrantedAndConfirms(reference, "Ni ska bekräfta villkor och konto");
        reports(reference, "none");
        reports(reference, "auditor");
        assertThat(grants.get(reference).status()).isEqualTo(Grant.State.CLOSED);
        window.sees("Bidraget är avslutat");
    }

    /** Every part is answered; what is refused and what is not taken is told and mended. */
    private void association(String draft) {
        window.goesTo(draft + "/group_applicant");
        window.types(ordered(
                "organisationType", "association",
                "contactName", "Maja Exempelsson",
                "contactEmail", "maja@example.org",
                "giro", "5050-1055",
                "representatives[0].name", "Maja Exempelsson",
                "representatives[0].role", "ordförande"));
        window.does("on");
        window.goesTo(draft + "/group_organisation");
        window.types(ordered(
                "activeInSwedenSince", "1 maj 2010",
                "hasResponsibleBoard", "true",
                "democraticAndIndependent", "true",
                "purposeCompatible", "true",
                "democracyConcern", "false",
                "inLiquidationOrBankruptcy", "false",
                "enforcementDebt", "false"));
        window.does("parts");
        window.goesTo(draft + "/group_project");
        window.types(project("Hälsopromenader", "Hälsopromenader två kvällar i veckan."));
        window.types(Map.of("periodStart", "i vår"));
        window.does("on");
        window.isRefused("periodStart", "datum");
        window.types(Map.of("periodStart", "1 januari 2027"));
        window.does("on");
        window.types(participants());
        window.does("on");
        window.types(budget());
        window.does("on");
        window.sendsFile("attachments.statutes", "stadgar.pdf", "MZ\u0000\u0001 inget dokument");
        window.sees("stadgar.pdf");
        for (var document : new String[] {"statutes", "annualReport", "signatoryProof"}) {
            window.sendsFile("attachments." + document, document + ".pdf", PDF);
        }
        window.sees("signatoryProof.pdf");
    }

    @Test
    void aMunicipalityInEnglishWithScripts() {
        window = new PortalWindow(screen.window(1366, true));
        var email = "kim@example.org";
        window.goesTo("/utlysningar/" + call + "?lang=en");
        window.follows("Apply");
        window.follows("Create an account");
        window.types(Map.of("name", "Kim Exempelsson", "email", email, "password", PASSWORD));
        window.presses("Create the account");
        window.goesTo(mailbox.link(email, "CONFIRM"));
        window.presses("Confirm the address");
        logsIn(email, "Log in");
        window.goesTo("/organisationer/ny?number=2120000837");
        window.types(Map.of("name", "Ronneby kommun", "type", "municipality", "position", "enhetschef"));
        window.presses("Add the organisation");
        window.goesTo("/utlysningar/" + call);
        window.presses("Apply");
        var draft = window.page().url();
        municipality(draft);
        window.goesTo(draft + "/granska");
        window.isTold("This is missing");
        window.sees("Description of the activities missing");
        window.goesTo(draft + "/skicka");
        window.presses("Submit the application");
        window.isRefused("capacity", "Choose whether you sign");
        declares();
        window.presses("Submit the application");
        window.isTold("The application has been received");
        var reference = applied();

        office.goesOn();
        office.takes(reference);
        office.asksForCompletion(reference, "Beskriv verksamheten.");
        window.goesTo("/mina-sidor/" + reference + "/komplettering");
        window.types(ordered(
                "completionReply", "Här är beskrivningen.",
                "activityDescription", "Språkcafé med barnpassning."));
        window.does("send");
        window.sees("Your answer has been received");
        office.goesOn();
        assertThat(applications.get(reference).given().text("activityDescription"))
                .isEqualTo("Språkcafé med barnpassning.");

        office.hears(reference, call, "Boendet uppger att deltagarna flyttar.");
        window.goesTo("/mina-sidor/" + reference + "/yttrande");
        window.types(Map.of("hearingReply", "Då fortsätter vi där de bor."));
        window.does("send");
        office.goesOn();

        isGrantedAndConfirms(reference, "You must confirm conditions and account");
        reports(reference, "none");
        window.sees("Interim report", "Accepted");
    }

    /** Other questions than an association's; each page saves itself as one types. */
    private void municipality(String draft) {
        window.goesTo(draft + "/group_applicant");
        window.types(ordered(
                "organisationType", "municipality",
                "contactName", "Kim Exempelsson",
                "contactEmail", "kim@example.org",
                "giro", "5291-1005"));
        window.savesItself();
        window.goesTo(draft);
        assertThat(window.page()
                        .locator("main a[href$=group_organisation], main a[href$=group_attachments]")
                        .count())
                .isZero();
        window.goesTo(draft + "/group_project");
        var project = project("Språkcafé i Ronneby", "");
        project.remove("activityDescription");
        project.put("periodStart", "2027-01-01");
        window.types(project);
        window.savesItself();
        window.goesTo(draft + "/group_participants");
        var participants = participants();
        participants.put("statutoryDuty", "none");
        window.types(participants);
        window.savesItself();
        window.goesTo(draft + "/group_budget");
        window.types(budget());
        window.does("on");
    }

    private void logsIn(String email, String button) {
        window.types(Map.of("username", email, "password", PASSWORD));
        window.presses(button);
    }

    private static Map<String, String> project(String title, String description) {
        return ordered(
                "title", title,
                "activityDescription", description,
                "purposeDescription", "Deltagarna bryter sin isolering.",
                "need", "Många väntar.",
                "method", "Ledare och frivilliga.",
                "goals", "Fyrtio deltagare.",
                "focusAreas", "swedish,health",
                "periodEnd", "31 december 2027",
                "municipalities", "Ronneby");
    }

    private static Map<String, String> participants() {
        return ordered(
                "targetGroups", "lma",
                "participantsWomen", "20",
                "participantsMen", "18",
                "participantFee", "0",
                "internship", "none",
                "economicActivity", "false",
                "religiousOrPoliticalInfluence", "false");
    }

    private static Map<String, String> budget() {
        return ordered(
                "budgetLines[0].category", "salary",
                "budgetLines[0].description", "Ledare",
                "budgetLines[0].amount", "80 000",
                "budgetLines[1].category", "premises",
                "budgetLines[1].description", "Lokal",
                "budgetLines[1].amount", "20 000 kr",
                "requestedAmount", "100 000");
    }

    private void declares() {
        window.types(ordered(
                "role", "behörig",
                "capacity", "SIGNATORY",
                "truthful", "true",
                "entitled", "true",
                "reports", "true"));
    }

    private Reference applied() {
        return applications.ofCall(call).get(0).reference();
    }

    private void isGrantedAndConfirms(Reference reference, String toConfirm) {
        office.grants(reference, 100_000);
        window.goesTo("/mina-sidor/" + reference);
        window.sees(toConfirm);
        window.goesTo("/mina-sidor/" + reference + "/bekraftelse");
        window.types(ordered(
                "acceptance", "accept",
                "giroKind", "BANKGIRO",
                "giro", "5050-1055",
                "giroHolder", "Organisationen",
                "confirmedBy", "Maja Exempelsson",
                "confirmedByRole", "ordförande"));
        window.does("send");
        office.goesOn();
        assertThat(grants.get(reference).status()).isEqualTo(Grant.State.CONFIRMED);
        office.pays(reference);
    }

    /** Budget against outcome line by line, women and men among the participants. */
    private void reports(Reference reference, String auditor) {
        window.goesTo("/mina-sidor/" + reference + "/redovisning");
        window.types(ordered(
                "use", "Två kvällar i veckan.",
                "activities[0].activity", "Kväll",
                "activities[0].plannedOccasions", "40",
                "activities[0].actualOccasions", "38",
                "activities[0].plannedHours", "80",
                "activities[0].actualHours", "76",
                "conditionsFollowed", "yes",
                "participantsWomen", "21",
                "participantsMen", "19",
                "resultsSwedish", "Fler talar svenska.",
                "costs[0].item", "Ledare",
                "costs[0].budgeted", "80 000",
                "costs[0].outcome", "80 000",
                "costs[1].item", "Lokal",
                "costs[1].budgeted", "20 000",
                "costs[1].outcome", "20 000",
                "unusedAmount", "0",
                "otherFunding", "0",
                "auditor", auditor,
                "submittedBy", "Maja Exempelsson",
                "correct", "true"));
        if (auditor.equals("auditor")) {
            window.types(Map.of("auditorName", "Karin Ek"));
            window.sendsFile("attachments.auditorReport", "revisor.pdf", PDF);
        }
        window.does("send");
        office.goesOn();
        office.accepts(reference);
        window.goesTo("/mina-sidor/" + reference);
    }

    private List<String> mails(Reference reference) {
        return jdbc.sql("select mail from tidig.mail where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private static Map<String, String> ordered(String... answers) {
        var ordered = new LinkedHashMap<String, String>();
        for (int i = 0; i < answers.length; i += 2) {
            ordered.put(answers[i], answers[i + 1]);
        }
        return ordered;
    }
}
