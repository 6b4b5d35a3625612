package se.tidig.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Sek;
import se.tidig.bundle.Rules;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.Finding;

/**
 * What the models of a case may ask in gateways and tables: the answers that its form marks as routing, its figures, and
 * whether a finding stands that they name.
 */
@Service
@Transactional(readOnly = true)
public class CaseRouting {

    /** What the variable of a finding is called before its code, {@code finding_TOO_NEW}. */
    private static final String FINDING = "finding_";

    private final Applications applications;
    private final EligibilityRecords checks;
    private final FindingAnswers answers;

    CaseRouting(Applications applications, EligibilityRecords checks, FindingAnswers answers) {
        this.applications = applications;
        this.checks = checks;
        this.answers = answers;
    }

    /** What is known from the application alone. */
    public Map<String, Object> ofAnswers(String reference, Rules rules) {
        var application = applications.get(reference);
        var routing = new LinkedHashMap<>(EligibilityCheck.form(rules).routing(application.answers()));
        routing.replaceAll((key, value) -> value instanceof BigDecimal number ? number.doubleValue() : value);
        routing.put("requestedAmount", wholeKronor(application.requestedAmount()));
        return routing;
    }

    /** The same and what the latest check of the conditions gave; a finding that a person has set aside does not stand. */
    public Map<String, Object> ofCheck(String reference, Rules rules) {
        var routing = ofAnswers(reference, rules);
        var check = checks.get(reference);
        routing.put("maxGrant", wholeKronor(check.maxGrant()));
        routing.put("eligibleCost", wholeKronor(check.eligibleCost()));
        var setAside = answers.setAside(reference);
        var standing = check.findings().stream()
                .map(Finding::code)
                .filter(code -> !setAside.contains(code))
                .collect(Collectors.toSet());
        rules.named(FINDING).forEach(name -> routing.put(name, standing.contains(name.substring(FINDING.length()))));
        return routing;
    }

    /** Rounded up, so that a limit never sees less than there is. */
    public static long wholeKronor(Sek amount) {
        return amount.amount().setScale(0, RoundingMode.UP).longValueExact();
    }
}
