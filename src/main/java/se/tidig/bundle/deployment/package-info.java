/**
 * Deploys the bundle as one unit, at the start and when a process owner publishes it, and finds the rules that each
 * case uses.
 */
package se.tidig.bundle.deployment;
