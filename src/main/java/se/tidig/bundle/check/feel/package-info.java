/** FEEL expressions and cells: the names they read, the constants they hold, and the values for which they are true. */
package se.tidig.bundle.check.feel;
