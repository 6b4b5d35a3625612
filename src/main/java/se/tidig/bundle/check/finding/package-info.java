/** The list of findings that all checks write to, and the suggestion of a known name for a misspelt one. */
package se.tidig.bundle.check.finding;
