/** The one database: the embedded PostgreSQL of the default, and the migrations that create both schemas. */
package se.tidig.database;
