/** Utlysningar: when applications may be made, for how much, on which terms, and the outcome. */
package se.tidig.call;
