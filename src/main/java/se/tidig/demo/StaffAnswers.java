package se.tidig.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.Reference;

/** The answers of the demonstration's staff, by the forms' keys. */
final class StaffAnswers {

    private static final String[] CRITERIA = {"A", "B", "C", "D", "E", "F"};

    private StaffAnswers() {}

    static Map<String, Object> call(String board, String title, long frame) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("board", board);
        answers.put("title", title);
        answers.put(
                "description",
                "Statsbidrag till ideella föreningar, samarbetsorgan, kommuner och kommunalförbund för verksamhet som "
                        + "främjar kunskaper i svenska, kunskaper om det svenska samhället eller den svenska "
                        + "arbetsmarknaden, eller hälsa, för vuxna asylsökande med flera.");
        answers.put("guidance", "Vägledning för statsbidrag till tidiga insatser för asylsökande m.fl.");
        answers.put("contact", "tidiga.insatser@lansstyrelsen.example");
        answers.put("opensTime", "08:00");
        answers.put("closesTime", "23:59:59");
        answers.put("frame", frame);
        answers.put("maxMonths", 12);
        answers.put("earmarks", List.of());
        answers.put("excludedCategories", List.of("ownPremises"));
        answers.put("payingBoard", "F");
        return answers;
    }

    static Map<String, Object> noConflict() {
        return Map.of("conflictAnswer", "none");
    }

    /** @param scores by criterion A to F, 0 to 4 each */
    static Map<String, Object> assessment(String need, String goal, int... scores) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("needPosition", need);
        answers.put("goalPosition", goal);
        answers.put("economicActivityPosition", "notEconomic");
        answers.put(
                "economicActivityReason",
                "Insatserna är avgiftsfria, riktar sig till en sluten målgrupp och erbjuds inte på en marknad.");
        answers.put("earlierReportsPosition", "none");
        answers.put("externalMaterial", false);
        var reasons = List.of(
                need,
                goal,
                "Verksamheten ger lika villkor för kvinnor och män, och barnpassning eller tider är anpassade efter"
                        + " det.",
                "Verksamheten når de delar av länet som ansökan anger.",
                "Organisationen har den erfarenhet och den ledning som behövs.",
                "Kostnaden per deltagartimme är rimlig jämfört med liknande verksamheter.");
        for (int i = 0; i < CRITERIA.length; i++) {
            answers.put("score" + CRITERIA[i], scores[i]);
            answers.put("reason" + CRITERIA[i], reasons.get(i));
        }
        return answers;
    }

    static Map<String, Object> grant(long amount, String reasons) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("proposedKind", "GRANT");
        answers.put("proposedReasons", reasons);
        answers.put(
                "proposedParagraphs",
                List.of("3 § andra stycket förordningen (2016:1364)", "4 § förordningen (2016:1364)"));
        answers.put("proposedAmount", amount);
        answers.put(
                "proposedConditions",
                """
                Bidraget får bara användas till den verksamhet och de kostnader som beslutet avser.
                Deltagande ska vara avgiftsfritt.
                Ändrade förhållanden ska anmälas till länsstyrelsen så snart som möjligt.
                Beslutet kan återkallas om villkoren inte följs.""");
        return answers;
    }

    static Map<String, Object> decision() {
        return Map.of("decisionAnswer", "approve");
    }

    static Map<String, Object> completion(String text, LocalDate by) {
        return Map.of("completionText", text, "completionBy", by.toString());
    }

    static Map<String, Object> payee(String how) {
        return Map.of("payee", "VERIFIED", "verification", how);
    }

    static Map<String, Object> payment() {
        return Map.of(
                "preparation", "PREPARED",
                "ledgerAccount", "7711",
                "costCentre", "5120",
                "activityCode", "6305",
                "projectCode", "TIA");
    }

    static Map<String, Object> incoming(Reference reference, String kind, LocalDate receivedOn) {
        return Map.of("caseReference", reference.value(), "documentKind", kind, "receivedDate", receivedOn.toString());
    }
}
