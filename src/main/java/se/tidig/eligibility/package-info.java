/**
 * Whether an application can get the grant: types the facts, asks the table {@code eligibility}, and returns its
 * findings with their paragraphs. Knows no stage: callers give it the facts, and every rule is in the table.
 */
package se.tidig.eligibility;
