/** The process side of decisions: delegates, and waking the processes that wait for a decision. */
package se.tidig.decision.process;
