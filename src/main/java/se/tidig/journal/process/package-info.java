/** The journal as forms show it. */
package se.tidig.journal.process;
