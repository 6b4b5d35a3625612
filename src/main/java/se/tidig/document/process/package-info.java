/** What letters and mails say of the board itself. */
package se.tidig.document.process;
