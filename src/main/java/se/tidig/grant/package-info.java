/**
 * The grant from decision to closing: confirmation, verified payee, milestones in order, changes, claims for
 * repayment.
 */
package se.tidig.grant;
