package se.tidig.wholecall;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.grant.GrantFixture;

/** What people write in the forms of the call, by the forms' keys. */
public final class Written {

    public static final List<String> ALL_DOCUMENTS =
            List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof");

    /** Answers of a paper application that no page asks for: the person's organisation and declaration settle them. */
    static final Set<String> SETTLED_BY_PORTAL = Set.of("organisationNumber", "signed", "signatoryAuthorised");

    private Written() {}

    public static Map<String, Object> call() {
        var answers = new HashMap<String, Object>();
        answers.put("board", "K");
        answers.put("title", "Tidiga insatser för asylsökande i Blekinge");
        answers.put("description", "Verksamheter som främjar kunskaper i svenska, samhällskunskap eller hälsa.");
        answers.put("guidance", "Vägledning den 1 december 2025");
        answers.put("contact", "tia@example.org");
        answers.put("opensOn", "2026-01-19");
        answers.put("opensTime", "08:00");
        answers.put("closesOn", "2026-02-27");
        answers.put("closesTime", "23:59:59");
        answers.put("decisionBy", "2026-06-30");
        answers.put("interimReportDue", "2026-09-15");
        answers.put("finalReportDue", "2026-11-30");
        answers.put("frame", 1_880_000);
        answers.put("maxMonths", 12);
        answers.put("payingBoard", "F");
        return answers;
    }

    /** An association's application in which all conditions are met. */
    public static Map<String, Object> application(String name, String organisationNumber, int amount) {
        var answers = ApplicationFixture.answers();
        answers.put("organisationName", name);
        answers.put("organisationNumber", organisationNumber);
        answers.put("contactEmail", Story.email(organisationNumber));
        answers.put("periodStart", "2026-05-01");
        answers.put("periodEnd", "2026-10-31");
        answers.put("requestedAmount", amount);
        answers.put("budgetLines", List.of(Map.of("category", "salary", "description", "Ledare", "amount", amount)));
        return answers;
    }

    /** The same as a registrar reads it from paper: a choice between yes and no is text. */
    public static Map<String, Object> paper(Reference call, LocalDate receivedOn, Map<String, Object> application) {
        var answers = new HashMap<>(application);
        answers.replaceAll(
                (key, value) -> value instanceof Boolean yes && !key.startsWith("sign") ? yes.toString() : value);
        answers.put("callReference", call.value());
        answers.put("receivedDate", receivedOn.toString());
        return answers;
    }

    public static Map<String, Object> incoming(String named, String kind, LocalDate receivedOn, String text) {
        var answers = new HashMap<String, Object>(
                Map.of("caseReference", named, "documentKind", kind, "receivedDate", receivedOn.toString()));
        if (text != null) {
            answers.put("documentText", text);
        }
        return answers;
    }

    /** The answer to each finding of the task, and what follows. */
    static Map<String, Object> examination(String position, String examination) {
        return Map.of(
                "findingAnswers",
                List.of(Map.of("position", position, "motivation", "Prövat mot handlingarna i ärendet.")),
                "examination",
                examination);
    }

    /** An assessment with every criterion at the score. */
    public static Map<String, Object> assessment(int score) {
        var answers = new HashMap<String, Object>();
        answers.put("needPosition", "Behovet är beskrivet och bekräftas av boendets personal.");
        answers.put("goalPosition", "Målen är mätbara och metoden är prövad.");
        answers.put("economicActivityPosition", "notEconomic");
        answers.put("economicActivityReason", "Verksamheten är avgiftsfri och erbjuds inte på en marknad.");
        answers.put("earlierReportsPosition", "none");
        for (var criterion : "ABCDEF".split("")) {
            answers.put("score" + criterion, score);
            answers.put("reason" + criterion, "Motivering av " + criterion + ".");
        }
        return answers;
    }

    public static Map<String, Object> proposal(String kind, Integer amount) {
        var answers = new HashMap<String, Object>();
        answers.put("proposedKind", kind);
        answers.put("proposedReasons", "Skälen framgår av bedömningen och av handlingarna i ärendet.");
        answers.put("proposedParagraphs", List.of("4 § förordningen (2016:1364)"));
        if (!kind.equals("GRANT")) {
            answers.put("unheardMaterial", "no");
        }
        if (amount != null) {
            answers.put("proposedAmount", amount);
            answers.put("proposedConditions", "Bidraget får bara användas till den beviljade verksamheten.");
        }
        return answers;
    }

    public static Map<String, Object> approval() {
        return Map.of("decisionAnswer", "approve");
    }

    public static Map<String, Object> confirmation(String holder) {
        return Map.of(
                "acceptance", "accept",
                "giroKind", "BANKGIRO",
                "giro", "5050-1055",
                "giroHolder", holder,
                "confirmedBy", "Anna Lind",
                "confirmedByRole", "ordförande");
    }

    public static Map<String, Object> preparedPayment() {
        return Map.of(
                "preparation", "PREPARED",
                "ledgerAccount", "7711",
                "costCentre", "5120",
                "activityCode", "6305",
                "projectCode", "TIA");
    }

    /**
     * A report of a grant of which the whole payment has been used; without an auditor there is no auditor's report.
     */
    public static Map<String, Object> report(int received, String auditor) {
        return auditor.equals("none")
                ? GrantFixture.report(received, "auditor", auditor, "auditorName", null, "attachments", null)
                : GrantFixture.report(received, "auditor", auditor);
    }
}
