/** The model bundle: its check, its deployment as one unit, and the tables as cases of a deployment see them. */
package se.tidig.bundle;
