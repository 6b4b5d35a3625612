package se.tidig.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tidig.bundle.RuleError;
import se.tidig.bundle.RuleSet;
import se.tidig.form.FormSchema;

/** Asks the eligibility table about one application's facts. */
public final class EligibilityCheck {

    /** The root of the table. */
    public static final String DECISION = "eligibility";

    /** The decisions that need all of an application's facts: the root and its parts. */
    public static final Set<String> DECISIONS =
            Set.of(DECISION, "admissibility", "applicant-eligibility", "activity-eligibility", "cost-eligibility");

    /**
     * The names of the findings in the parts of the table. A part without findings leaves its name free, so an
     * applicant's own answer of that name would be taken for findings.
     */
    private static final List<String> RESERVED =
            List.of("admissibility", "applicantEligibility", "activityEligibility", "costEligibility");

    private final RuleSet rules;

    public EligibilityCheck(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * @param caseId names the application in errors
     * @param facts as the form and the system give them, see {@link Facts}
     * @throws FactError if a fact is absent, of the wrong type or out of bounds
     * @throws RuleError if the table is missing or gives an incomplete result
     */
    public Eligibility check(String caseId, Map<String, ?> facts) {
        var evaluation = rules.evaluate(DECISION, given(caseId, facts));
        var rows = evaluation.rows();
        if (rows.size() != 1) {
            throw malformed(caseId, "gav " + rows.size() + " rader i stället för en");
        }
        var row = rows.get(0);
        return new Eligibility(
                choice(caseId, Eligibility.Outcome.class, "outcome", row),
                amount(caseId, "maxGrant", row),
                amount(caseId, "eligibleCost", row),
                findings(caseId, row),
                evaluation.matched());
    }

    /** The rows of one of {@link #DECISIONS} for the same facts, unconverted. */
    List<Map<String, Object>> decide(String decision, String caseId, Map<String, ?> facts) {
        return rules.decide(decision, given(caseId, facts));
    }

    /**
     * The form whose answers the table reads, in the version that the tables belong to.
     *
     * @throws RuleError if that version has none
     */
    public static FormSchema form(RuleSet rules) {
        return rules.form(Facts.FORM)
                .orElseThrow(() -> new RuleError("Formuläret " + Facts.FORM
                        + " finns inte i samma version som tabellerna. Lägg tillbaka forms/" + Facts.FORM + ".form."));
    }

    private Map<String, Object> given(String caseId, Map<String, ?> facts) {
        var given = new HashMap<>(Facts.of(caseId, form(rules), facts).values());
        RESERVED.forEach(name -> given.put(name, null));
        return given;
    }

    private static List<EligibilityFinding> findings(String caseId, Map<?, ?> row) {
        if (!(row.get("findings") instanceof List<?> findings)) {
            throw malformed(caseId, "gav inget värde för findings");
        }
        return findings.stream().map(finding -> finding(caseId, finding)).toList();
    }

    private static EligibilityFinding finding(String caseId, Object row) {
        if (!(row instanceof Map<?, ?> finding)) {
            throw malformed(caseId, "gav en iakttagelse som inte har code, effect, paragraph och reason");
        }
        return new EligibilityFinding(
                text(caseId, "code", finding),
                optional(caseId, "name", finding),
                choice(caseId, EligibilityFinding.Effect.class, "effect", finding),
                text(caseId, "paragraph", finding),
                text(caseId, "reason", finding),
                optional(caseId, "decisionReason", finding),
                questions(caseId, finding),
                optional(caseId, "englishName", finding),
                optional(caseId, "englishReason", finding));
    }

    private static List<String> questions(String caseId, Map<?, ?> finding) {
        var questions = finding.get("questions");
        if (questions == null) {
            return List.of();
        }
        if (questions instanceof List<?> keys) {
            return keys.stream().map(String::valueOf).toList();
        }
        throw malformed(caseId, "gav questions ett värde som inte är en lista av frågor");
    }

    private static String optional(String caseId, String name, Map<?, ?> row) {
        return row.containsKey(name) ? text(caseId, name, row) : null;
    }

    private static <E extends Enum<E>> E choice(String caseId, Class<E> choices, String name, Map<?, ?> row) {
        var text = text(caseId, name, row);
        try {
            return Enum.valueOf(choices, text);
        } catch (IllegalArgumentException e) {
            throw malformed(caseId, "gav " + name + " värdet \"" + text + "\", som inte finns");
        }
    }

    private static String text(String caseId, String name, Map<?, ?> row) {
        if (row.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw malformed(caseId, "gav inget värde för " + name + " i " + row);
    }

    private static BigDecimal amount(String caseId, String name, Map<?, ?> row) {
        if (!(row.get(name) instanceof Number number)) {
            throw malformed(caseId, "gav inget belopp för " + name);
        }
        var amount = new BigDecimal(number.toString());
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            throw malformed(caseId, "gav " + name + " värdet " + amount + ", som inte är ett belopp i kronor och ören");
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static RuleError malformed(String caseId, String what) {
        return new RuleError("Tabellen " + DECISION + " " + what + " för ärendet " + caseId
                + ". Rätta tabellen i dmn/ och pröva ärendet igen.");
    }
}
