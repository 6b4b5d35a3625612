/**
 * The register of all cases: lists, filters, search, counts and exports for staff. Its tables are kept by the database
 * in the transaction that changes a case; who sees a case is decided here for lists, as the case's own page decides it.
 */
package se.tidig.register;
