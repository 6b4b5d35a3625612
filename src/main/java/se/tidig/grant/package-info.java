/** The grant from decision to closing: confirmation, verified payee, milestones in order, changes, claims for money back. */
package se.tidig.grant;
