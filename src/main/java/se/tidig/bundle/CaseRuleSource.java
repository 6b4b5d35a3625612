package se.tidig.bundle;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Finds the rules that apply to a running case: those of the bundle under which it was opened, also in its later
 * processes. For a table that {@code bundle.yaml} lists in {@code rulesOfTheDay}, the rules of the bundle in force
 * apply.
 */
public interface CaseRuleSource {

    /** The rules for a step of the process. */
    RuleSet of(DelegateExecution execution);

    /** The rules for a person who answers a task of the process. */
    RuleSet ofInstance(String processInstance);
}
