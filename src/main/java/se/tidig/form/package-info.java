/** Camunda Forms: their schema, what they show, and the one validator that every road into the engine passes. */
package se.tidig.form;
