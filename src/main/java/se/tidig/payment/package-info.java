/**
 * Payment of a grant's milestones: conditions checked again, obstacles (15 b §), orders under four eyes, vouchers to the
 * ledger and the receipts that come back.
 */
package se.tidig.payment;
