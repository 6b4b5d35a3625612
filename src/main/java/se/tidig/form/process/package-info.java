/** The gate in front of the engine: every command of a person that writes goes through a form, or is refused. */
package se.tidig.form.process;
