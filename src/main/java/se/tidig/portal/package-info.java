/** What all pages share: layout, languages, log-in, error handling and the two start pages. */
package se.tidig.portal;
