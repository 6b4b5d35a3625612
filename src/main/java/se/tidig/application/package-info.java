/**
 * Ansökan: the applicant's answers and when they came in, diary number, check of conditions with findings,
 * completion, hearing and whatever else comes in until the case is decided.
 */
package se.tidig.application;
