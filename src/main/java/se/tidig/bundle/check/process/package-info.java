/** Checks of processes: their flow, gateways, times, people, and the variables that are written before they are read. */
package se.tidig.bundle.check.process;
