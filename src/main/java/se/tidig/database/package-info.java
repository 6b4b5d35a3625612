/** The database: the embedded PostgreSQL, which is the default, and the migrations that create both schemas. */
package se.tidig.database;
