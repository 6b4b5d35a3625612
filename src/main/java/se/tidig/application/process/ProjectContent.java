package se.tidig.application.process;

import static se.tidig.bundle.CaseWords.orUnknown;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.bundle.CaseWords;
import se.tidig.eligibility.Facts;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the applicant wants to do, and the money. */
@Component
@Shows({
    "project: title, activity, purpose, need, method, goals, period, municipalities, venues, targetGroups, focusAreas, participants",
    "budget: category, description, amount, publicFunding",
    "money: requested, budgeted, eligibleCost, maxGrant",
    "answers: *application"
})
class ProjectContent implements CaseContent {

    private static final String NOT_YET = "Inte kontrollerat";

    private final Applications applications;
    private final EligibilityRecords records;
    private final CaseWords words;

    ProjectContent(Applications applications, EligibilityRecords records, CaseWords words) {
        this.applications = applications;
        this.records = records;
        this.words = words;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var application = applications.get(task.reference());
        return switch (key) {
            case "project" -> project(application.given(), task);
            case "budget" -> budget(application.given(), task);
            case "money" -> money(application);
            default -> application.answers();
        };
    }

    private Map<String, Object> project(Answers given, CaseTask task) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("title", orUnknown(given.text("title")));
        shown.put("activity", orUnknown(given.text("activityDescription")));
        shown.put("purpose", orUnknown(given.text("purposeDescription")));
        shown.put("need", orUnknown(given.text("need")));
        shown.put("method", orUnknown(given.text("method")));
        shown.put("goals", orUnknown(given.text("goals")));
        shown.put("period", period(given));
        shown.put("municipalities", orUnknown(given.text("municipalities")));
        shown.put("venues", orUnknown(given.text("venues")));
        shown.put("targetGroups", words.list(task, Facts.FORM, "targetGroups", given.choices("targetGroups")));
        shown.put("focusAreas", words.list(task, Facts.FORM, "focusAreas", given.choices("focusAreas")));
        shown.put("participants", participants(given));
        return shown;
    }

    private static String period(Answers given) {
        var start = given.date("periodStart").map(SwedishDate::text).orElse(orUnknown(null));
        var end = given.date("periodEnd").map(SwedishDate::text).orElse(orUnknown(null));
        return start + " – " + end;
    }

    private static String participants(Answers given) {
        var women = given.number("participantsWomen").orElse(null);
        var men = given.number("participantsMen").orElse(null);
        return women == null && men == null
                ? orUnknown(null)
                : "%s kvinnor, %s män".formatted(women == null ? "?" : women, men == null ? "?" : men);
    }

    private List<Map<String, Object>> budget(Answers given, CaseTask task) {
        return given.rows("budgetLines").stream()
                .map(row -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put(
                            "category",
                            words.of(task, Facts.FORM, "budgetLines.category", row.getOrDefault("category", "other")));
                    shown.put("description", row.get("description"));
                    shown.put("amount", sek(row.get("amount")));
                    shown.put("publicFunding", sek(row.get("publicFunding")));
                    return (Map<String, Object>) shown;
                })
                .toList();
    }

    private static String sek(Object amount) {
        return amount == null ? "" : Sek.of(new BigDecimal(amount.toString())).toString();
    }

    private Map<String, Object> money(Application application) {
        var check = records.latest(application.reference());
        var total = application.given().rows("budgetLines").stream()
                .map(row -> row.get("amount") == null
                        ? Sek.ZERO
                        : Sek.of(new BigDecimal(row.get("amount").toString())))
                .reduce(Sek.ZERO, Sek::plus);
        return Map.of(
                "requested", application.requestedAmount().toString(),
                "budgeted", total.toString(),
                "eligibleCost",
                        check.map(EligibilityRecord::eligibleCost)
                                .map(Sek::toString)
                                .orElse(NOT_YET),
                "maxGrant",
                        check.map(EligibilityRecord::maxGrant)
                                .map(Sek::toString)
                                .orElse(NOT_YET));
    }
}
