/** What all pages share: layout, languages, log-in, error handling and the start page. */
package se.tidig.portal;
