/** What the decision steps of the models call, and the waking of those who wait for a decision. */
package se.tidig.decision.process;
