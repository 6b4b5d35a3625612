/** Proposals and decisions: who proposed, who decided, on which grounds, and their letters. */
package se.tidig.decision;
