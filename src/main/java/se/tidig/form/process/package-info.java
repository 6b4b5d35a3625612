/** The gate in front of the engine: every command of a person that would write passes the forms, or is refused. */
package se.tidig.form.process;
