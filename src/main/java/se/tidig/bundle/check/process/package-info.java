/** Checks of processes: their flow, gateways, times and tasks, and that variables are written before they are read. */
package se.tidig.bundle.check.process;
