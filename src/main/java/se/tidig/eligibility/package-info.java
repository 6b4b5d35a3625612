/**
 * Whether an application can get the grant: facts are typed, the table {@code eligibility} is asked, and its findings
 * come back with their paragraphs. Knows no stage; the facts are handed to it and every rule is in the table.
 */
package se.tidig.eligibility;
