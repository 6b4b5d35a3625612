/** The files of a bundle in a form that the checks can query, and the checks that decide whether a file can be read. */
package se.tidig.bundle.check.file;
