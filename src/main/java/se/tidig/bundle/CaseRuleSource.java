package se.tidig.bundle;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Finds the rules that a running case keeps: those of the bundle it was opened under, also in its later processes. Where
 * {@code bundle.yaml} says so of a table, its rules are those of the day.
 */
public interface CaseRuleSource {

    /** For a step of the process. */
    RuleSet of(DelegateExecution execution);

    /** For somebody who answers a task of the process. */
    RuleSet ofInstance(String processInstance);
}
