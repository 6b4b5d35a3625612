/** Checks of tables: their columns and rows, and what those who ask them send and read. */
package se.tidig.bundle.check.table;
