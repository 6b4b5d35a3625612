/** Who may handle a case, and how it was assessed: conflicts of interest, positions and scores. */
package se.tidig.assessment;
