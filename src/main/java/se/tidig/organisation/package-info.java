/** The boards, and the applicant organisations with their people, signatories, giro accounts and overdue claims. */
package se.tidig.organisation;
