/** Deployment of the bundle as one unit, at start-up and when a process owner asks; what is deployed, for others. */
package se.tidig.bundle.deployment;
