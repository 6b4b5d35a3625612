/** The journal of a case: what came in and what was done in all stages, in the order of events. */
package se.tidig.journal;
