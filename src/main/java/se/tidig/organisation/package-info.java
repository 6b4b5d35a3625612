/** The boards, and the applicants' organisations with their people, signatories, giro accounts and overdue claims. */
package se.tidig.organisation;
