package se.tidig.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.bundle.RuleSet;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.Facts;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.CaseStage;
import se.tidig.engine.KnowsOfCase;

/**
 * The facts of a case that models may ask in gateways and tables: its answers, its figures, and whether a finding
 * stands. Answers that the form marks as routing, and figures and findings that the models name, are also variables
 * of its process.
 */
@Component
@Transactional(readOnly = true)
@Order(CaseFacts.RECORDS)
@KnowsOfCase(since = CaseStage.RECEIVED, names = ApplicationFacts.REQUESTED, answersOf = Facts.FORM)
@KnowsOfCase(
        since = CaseStage.CHECKED,
        names = {ApplicationFacts.MAX_GRANT, ApplicationFacts.ELIGIBLE_COST, ApplicationFacts.FINDING + "*"},
        tables = EligibilityCheck.DECISION)
public class ApplicationFacts implements CaseFacts {

    static final String REQUESTED = "requestedAmount";
    static final String MAX_GRANT = "maxGrant";
    static final String ELIGIBLE_COST = "eligibleCost";

    /** The prefix of a finding's variable, before its code: {@code finding_TOO_NEW}. */
    static final String FINDING = "finding_";

    private final Applications applications;
    private final EligibilityRecords checks;
    private final FindingAnswers answers;
    private final DisplayRuleSource tables;

    ApplicationFacts(
            Applications applications, EligibilityRecords checks, FindingAnswers answers, DisplayRuleSource tables) {
        this.applications = applications;
        this.checks = checks;
        this.answers = answers;
        this.tables = tables;
    }

    /** The facts of the application alone. */
    public Map<String, Object> ofAnswers(Reference reference, RuleSet rules) {
        var application = applications.get(reference);
        var routing = new LinkedHashMap<>(EligibilityCheck.form(rules).routing(application.answers()));
        routing.replaceAll((key, value) -> value instanceof BigDecimal number ? number.doubleValue() : value);
        routing.put(REQUESTED, wholeKronor(application.requestedAmount()));
        return routing;
    }

    /**
     * The facts of the application and of the latest check of the conditions. A finding that a person has set aside
     * does not stand.
     */
    public Map<String, Object> ofCheck(Reference reference, RuleSet rules) {
        var routing = ofAnswers(reference, rules);
        var check = checks.get(reference);
        routing.put(MAX_GRANT, wholeKronor(check.maxGrant()));
        routing.put(ELIGIBLE_COST, wholeKronor(check.eligibleCost()));
        var standing = standing(check);
        rules.named(FINDING).forEach(name -> routing.put(name, standing.contains(name.substring(FINDING.length()))));
        return routing;
    }

    @Override
    public Optional<Fact> find(Reference reference, String name) {
        return applications.find(reference).flatMap(application -> switch (name) {
            case REQUESTED -> figure(Optional.of(application.requestedAmount()));
            case MAX_GRANT -> figure(checks.latest(reference).map(EligibilityRecord::maxGrant));
            case ELIGIBLE_COST -> figure(checks.latest(reference).map(EligibilityRecord::eligibleCost));
            default ->
                name.startsWith(FINDING)
                        ? Optional.of(new Fact(stands(reference, name.substring(FINDING.length())), true))
                        : answer(application, name);
        });
    }

    private static Optional<Fact> figure(Optional<Sek> amount) {
        return Optional.of(new Fact(amount.map(ApplicationFacts::wholeKronor).orElse(null), false));
    }

    private boolean stands(Reference reference, String code) {
        return checks.latest(reference)
                .map(check -> standing(check).contains(code))
                .orElse(false);
    }

    private Set<String> standing(EligibilityRecord check) {
        var setAside = answers.setAside(check.reference());
        return check.findings().stream()
                .map(EligibilityFinding::code)
                .filter(code -> !setAside.contains(code))
                .collect(Collectors.toSet());
    }

    /** Typed by the form that the case keeps. */
    private Optional<Fact> answer(Application application, String question) {
        var form = EligibilityCheck.form(tables.ofReference(application.reference()));
        return Facts.typed(application.reference().value(), form, application.answers(), question);
    }

    /** Rounded up, so that the value that a limit is compared with is never below the true one. */
    public static long wholeKronor(Sek amount) {
        return amount.amount().setScale(0, RoundingMode.UP).longValueExact();
    }
}
