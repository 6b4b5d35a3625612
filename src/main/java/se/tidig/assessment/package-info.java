/** Who may handle a case, and how it was judged: conflicts of interest, positions and scores. */
package se.tidig.assessment;
