package se.tidig.application.process;

import static se.tidig.bundle.AnswerWording.orUnknown;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Applications;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.TaskFacts;
import se.tidig.bundle.AnswerWording;
import se.tidig.bundle.EarlierBundles;
import se.tidig.eligibility.Facts;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The applicant's project, and its money. */
@Component
class ProjectContent implements CaseContent {

    private static final String NOT_YET = "Inte kontrollerat";

    private final Applications applications;
    private final EligibilityRecords records;
    private final AnswerWording words;
    private final TaskFacts taskFacts;

    ProjectContent(Applications applications, EligibilityRecords records, AnswerWording words, TaskFacts taskFacts) {
        this.applications = applications;
        this.records = records;
        this.words = words;
        this.taskFacts = taskFacts;
    }

    /**
     * @param women the number of participants who are women, {@code ?} if only that of men is known; null if neither is
     * @param men the same for men
     * @param participants both in words, for forms of earlier bundles
     */
    record Project(
            String title,
            String activity,
            String purpose,
            String need,
            String method,
            String goals,
            String period,
            String municipalities,
            String venues,
            String targetGroups,
            String focusAreas,
            String women,
            String men,
            String participants) {}

    record BudgetLine(String category, String description, String amount, String publicFunding) {}

    record Money(Sek requested, Sek budgeted, String eligibleCost, String maxGrant) {}

    @Shows("project")
    Project project(CaseTask task) {
        var given = applications.get(task.reference()).given();
        return new Project(
                orUnknown(given.text("title")),
                orUnknown(given.text("activityDescription")),
                orUnknown(given.text("purposeDescription")),
                orUnknown(given.text("need")),
                orUnknown(given.text("method")),
                orUnknown(given.text("goals")),
                period(given),
                orUnknown(given.text("municipalities")),
                orUnknown(given.text("venues")),
                words.list(task, Facts.FORM, "targetGroups", given.choices("targetGroups")),
                words.list(task, Facts.FORM, "focusAreas", given.choices("focusAreas")),
                participants(given, "participantsWomen"),
                participants(given, "participantsMen"),
                participants(given));
    }

    @Shows(value = "answers", answersOf = Facts.FORM)
    Map<String, Object> answers(CaseTask task) {
        return taskFacts.all(task.reference());
    }

    private static String period(Answers given) {
        var start = given.date("periodStart").map(SwedishDate::text).orElse(orUnknown(null));
        var end = given.date("periodEnd").map(SwedishDate::text).orElse(orUnknown(null));
        return start + " – " + end;
    }

    private static String participants(Answers given, String question) {
        var known = given.number("participantsWomen").isPresent()
                || given.number("participantsMen").isPresent();
        return known ? given.number(question).map(Object::toString).orElse("?") : null;
    }

    private static String participants(Answers given) {
        var women = participants(given, "participantsWomen");
        return women == null
                ? orUnknown(null)
                : EarlierBundles.text("project.participants", women, participants(given, "participantsMen"));
    }

    @Shows("budget")
    List<BudgetLine> budget(CaseTask task) {
        return applications.get(task.reference()).given().rows("budgetLines").stream()
                .map(row -> new BudgetLine(
                        words.of(task, Facts.FORM, "budgetLines.category", row.getOrDefault("category", "other")),
                        Objects.toString(row.get("description"), null),
                        amount(row.get("amount")).map(Sek::toString).orElse(""),
                        amount(row.get("publicFunding")).map(Sek::toString).orElse("")))
                .toList();
    }

    private static Optional<Sek> amount(Object answer) {
        return Optional.ofNullable(answer).map(given -> Sek.of(new BigDecimal(given.toString())));
    }

    @Shows("money")
    Money money(CaseTask task) {
        var application = applications.get(task.reference());
        var check = records.latest(task.reference());
        var total = application.given().rows("budgetLines").stream()
                .map(row -> amount(row.get("amount")).orElse(Sek.ZERO))
                .reduce(Sek.ZERO, Sek::plus);
        return new Money(
                application.requestedAmount(),
                total,
                check.map(EligibilityRecord::eligibleCost).map(Sek::toString).orElse(NOT_YET),
                check.map(EligibilityRecord::maxGrant).map(Sek::toString).orElse(NOT_YET));
    }
}
