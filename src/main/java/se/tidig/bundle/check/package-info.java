/**
 * The check of a model bundle. {@link se.tidig.bundle.check.BundleCheck} lists every check in the order it runs, and
 * each package below holds the checks of one kind of file. A check writes one line of Swedish for each finding.
 */
package se.tidig.bundle.check;
