/** What letters and mails say about the board itself. */
package se.tidig.document.process;
