/**
 * Ansökan: what the applicant said and when it came in, its diary number, the check of conditions with its findings,
 * completion, hearing and what else comes in until the case is decided.
 */
package se.tidig.application;
