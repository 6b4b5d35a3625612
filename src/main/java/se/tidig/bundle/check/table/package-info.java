/** Checks of tables: their columns and rows, the facts that callers send, and the results that callers read. */
package se.tidig.bundle.check.table;
