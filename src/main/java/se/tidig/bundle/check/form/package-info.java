/** Checks of forms: their names, their questions, and the fields that they show. */
package se.tidig.bundle.check.form;
