/** Utlysningar: when applications may be made, for how much, on which terms, and what came of it. */
package se.tidig.call;
