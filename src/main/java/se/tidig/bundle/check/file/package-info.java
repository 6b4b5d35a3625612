/** The files of a bundle as the checks read them, and the checks that decide whether a file can be read at all. */
package se.tidig.bundle.check.file;
