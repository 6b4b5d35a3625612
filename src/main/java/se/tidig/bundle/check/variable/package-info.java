/** The variables of processes: which elements write and read each one, and the values that it can have. */
package se.tidig.bundle.check.variable;
