/** The journal of a case: what came in and what was done, in the order of events, by whichever stage. */
package se.tidig.journal;
