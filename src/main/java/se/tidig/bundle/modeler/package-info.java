/** What Camunda Modeler offers a process owner to pick from, made from Java's declarations and the bundle's own files. */
package se.tidig.bundle.modeler;
