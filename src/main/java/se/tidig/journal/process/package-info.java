/** Shows the journal in forms. */
package se.tidig.journal.process;
