/** The stored documents of cases, and the letters that are written as PDF from the bundle's texts. */
package se.tidig.document;
