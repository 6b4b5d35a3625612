/** The check of a model bundle: each family of rules in its own class, one line of Swedish per finding. */
package se.tidig.bundle.check;
