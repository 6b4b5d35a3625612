/**
 * Writes the lists that Camunda Modeler offers a process owner, from Java's declarations and the bundle's own files.
 */
package se.tidig.bundle.modeler;
