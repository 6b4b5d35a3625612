/** What the web pages share: layout, languages, login, start pages. */
package se.tidig.portal;
