/** What the case page reads from the engine and does in it. */
package se.tidig.casefile.process;
