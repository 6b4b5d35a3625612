/** The variables of processes: which element writes and reads each, and the values each can have. */
package se.tidig.bundle.check.variable;
