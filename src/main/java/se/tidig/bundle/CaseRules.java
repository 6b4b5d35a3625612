package se.tidig.bundle;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Finds the rules that a running case keeps: those of the deployment its process definition came with. */
public interface CaseRules {

    /** For a step of the process. */
    Rules of(DelegateExecution execution);

    /** For somebody who answers a task of the process. */
    Rules ofInstance(String processInstance);
}
