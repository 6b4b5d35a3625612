package se.tidig.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.EligibilityFinding.Effect;
import se.tidig.eligibility.Facts;
import se.tidig.form.FormSchema;

/**
 * What the eligibility table finds of the few answers of the self-test, which bind nobody and are not stored. The
 * questions are those of the application form that have the property {@code selfTest}.
 */
@Service
@Transactional(readOnly = true)
public class SelfTestService {

    private final EligibilityReviewService eligibility;
    private final DisplayRuleSource rules;

    SelfTestService(EligibilityReviewService eligibility, DisplayRuleSource rules) {
        this.eligibility = eligibility;
        this.rules = rules;
    }

    /** The few questions in the words of the language; none if a process owner has marked none. */
    public FormSchema questions(Locale language) {
        var current = rules.current();
        return current.form(Facts.FORM, language)
                .orElseGet(() -> EligibilityCheck.form(current))
                .selfTest();
    }

    /**
     * The findings on what was asked. The table also finds that the rest of an application is missing; that says nothing
     * here, so a finding counts only if it names one of the questions, and none counts that asks for completion.
     *
     * @param answers as the validator accepted them
     */
    public List<EligibilityFinding> findings(Reference call, Map<String, Object> answers) {
        var asked = EligibilityCheck.form(rules.current()).selfTest().inputKeys();
        return eligibility.foresee(call, "", answers, rules.current()).findings().stream()
                .filter(finding -> finding.effect() != Effect.COMPLETION)
                .filter(finding -> finding.questions().stream().anyMatch(asked::contains))
                .toList();
    }
}
