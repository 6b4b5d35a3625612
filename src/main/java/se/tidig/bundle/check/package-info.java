/**
 * The check of a model bundle. {@link se.tidig.bundle.check.BundleCheck} lists the checks in the order they run; each room
 * holds the checks of one kind of file, and writes one line of Swedish for each finding.
 */
package se.tidig.bundle.check;
