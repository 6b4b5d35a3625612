/** Checks of forms: their questions, and the content that they show. */
package se.tidig.bundle.check.form;
