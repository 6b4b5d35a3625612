/** What the checks find, and the known name that a misspelt one is nearest to. */
package se.tidig.bundle.check.finding;
