package se.tidig.bundle;

import se.tidig.Reference;

/** The same rules for every case and for new ones. */
public record SameRules(RuleSet rules) implements DisplayRuleSource {

    @Override
    public RuleSet ofCase(String processInstance) {
        return rules;
    }

    @Override
    public RuleSet ofReference(Reference reference) {
        return rules;
    }

    @Override
    public RuleSet current() {
        return rules;
    }

    @Override
    public RuleSet current(String decision) {
        return rules;
    }
}
