package se.tidig.bundle;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Finds the rules that a running case keeps: those of the deployment its process definition came with. */
public interface CaseRules {

    Rules of(DelegateExecution execution);
}
