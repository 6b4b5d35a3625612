package se.tidig.eligibility;

import static se.tidig.eligibility.Fact.Type.BOOLEAN;
import static se.tidig.eligibility.Fact.Type.CHOICES;
import static se.tidig.eligibility.Fact.Type.COUNT;
import static se.tidig.eligibility.Fact.Type.DATE;
import static se.tidig.eligibility.Fact.Type.DATE_TIME;
import static se.tidig.eligibility.Fact.Type.MONEY;
import static se.tidig.eligibility.Fact.Type.MONTHS;
import static se.tidig.eligibility.Fact.Type.ROWS;
import static se.tidig.eligibility.Fact.Type.TEXT;
import static se.tidig.eligibility.Fact.Type.TEXTS;
import static se.tidig.eligibility.Fact.form;
import static se.tidig.eligibility.Fact.limit;
import static se.tidig.eligibility.Fact.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.tidig.bundle.AsksTable;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.CaseStage;
import se.tidig.form.FormSchema;

/**
 * The facts of one application, typed for the eligibility table: FEEL answers a wrong type with null, and the rule
 * would silently not fire. The facts of the applicant are the questions of the case's own form; only the system's
 * facts are declared here.
 *
 * @param values by name, every fact (null if unanswered) and, unchanged, whatever is no fact
 */
@AsksTable(
        value = EligibilityCheck.DECISION,
        stage = CaseStage.RECEIVED,
        answersOf = Facts.FORM,
        results = {
            "outcome=REJECT|COMPLETION|INELIGIBLE|REVIEW|ELIGIBLE",
            "maxGrant",
            "eligibleCost",
            "findings",
            "findings.code",
            "findings.name?",
            "findings.effect=REJECT|COMPLETION|INELIGIBLE|REVIEW|REDUCE",
            "findings.paragraph",
            "findings.reason",
            "findings.decisionReason?",
            "findings.questions?=#application",
            "findings.englishName?",
            "findings.englishReason?"
        },
        gives = "findings.code=" + EligibilityFinding.NOTHING_LEFT,
        facts = {
            "receivedAt",
            "closesAt",
            "overdueRecovery",
            "overdueClaims.board",
            "overdueClaims.amount",
            "overdueClaims.decidedOn",
            "overdueClaims.due",
            "completionOrdered",
            "completionRoundsLeft",
            "confirmationAsked",
            "applicationConfirmed",
            "setAside",
            "maxPerApplication",
            "maxMonths",
            "excludedCategories"
        })
public record Facts(Map<String, Object> values) {

    /** The form whose answers are facts. */
    public static final String FORM = "application";

    /** The question whose alternatives a call may exclude. */
    private static final String CATEGORY = "budgetLines.category";

    private static final List<Fact> SYSTEM = List.of(
            system("receivedAt", DATE_TIME),
            system("closesAt", DATE_TIME),
            system("overdueRecovery", BOOLEAN),
            // Each claim; empty if it is only known that there are claims.
            form("overdueClaims", ROWS)
                    .with(List.of(
                            form("board", TEXT), form("amount", MONEY), form("decidedOn", DATE), form("due", DATE)))
                    .orElse(List.of()),
            system("completionOrdered", TEXTS),
            system("completionRoundsLeft", COUNT),
            // Whether the sender has been asked to confirm the application and has not, or has (21 § FL); absent
            // means no.
            form("confirmationAsked", BOOLEAN).orElse(false),
            form("applicationConfirmed", BOOLEAN).orElse(false),
            // The findings that a person has set aside; none if nobody has examined the case yet.
            form("setAside", TEXTS).orElse(List.of()),
            limit("maxPerApplication", MONEY),
            limit("maxMonths", MONTHS),
            system("excludedCategories", CHOICES));

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Types the facts of the form and the system; other keys pass unchanged.
     *
     * @param caseId names the application in errors
     * @param form the application form of the bundle that the case follows
     * @param given JSON-like: text, numbers, booleans, lists and maps; dates as ISO text or {@code java.time}
     * @throws FactError for the first fact that is absent, of the wrong type or out of bounds
     */
    static Facts of(String caseId, FormSchema form, Map<String, ?> given) {
        var values = new LinkedHashMap<String, Object>(given);
        values.putAll(new FactReader(caseId).read(in(form), given, ""));
        return new Facts(values);
    }

    /** Every fact the table may count on, in the order of the form and then of the system. */
    static List<Fact> in(FormSchema form) {
        var facts = new ArrayList<Fact>(FormFacts.of(form));
        facts.removeIf(fact -> names().contains(fact.name()));
        SYSTEM.forEach(fact ->
                facts.add(fact.name().equals("excludedCategories") ? fact.of(List.copyOf(categories(form))) : fact));
        return facts;
    }

    /** The names of the facts that the system gives. */
    static Set<String> names() {
        return SYSTEM.stream().map(Fact::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds of cost that the form offers. */
    public static Set<String> categories(FormSchema form) {
        return form.options(CATEGORY).keySet();
    }

    /**
     * One answer of an application, typed by the form.
     *
     * @param question the question's key
     * @return empty if the form does not ask it
     * @throws FactError if the answer is of the wrong type or out of bounds
     */
    public static Optional<CaseFacts.Fact> typed(
            String caseId, FormSchema form, Map<String, Object> answers, String question) {
        return FormFacts.of(form).stream()
                .filter(fact -> fact.name().equals(question))
                .findFirst()
                .map(fact -> new CaseFacts.Fact(
                        new FactReader(caseId)
                                .read(List.of(fact), FormFacts.answered(List.of(fact), answers), "")
                                .get(question),
                        fact.type() == BOOLEAN));
    }

    /**
     * An application's answers as facts: the text of a question whose alternatives are yes and no becomes a truth
     * value.
     */
    public static Map<String, Object> answered(FormSchema form, Map<String, Object> answers) {
        return FormFacts.answered(FormFacts.of(form), answers);
    }
}
