/** Proposals and decisions: who proposed, who decided, on which grounds, and the letters that say so. */
package se.tidig.decision;
