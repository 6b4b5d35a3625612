/** Checks of mails and letters: their markup and expressions, and the texts and stylesheets that letters share. */
package se.tidig.bundle.check.text;
