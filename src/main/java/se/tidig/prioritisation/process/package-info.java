/** The process side of prioritisation, for the models of call and application. */
package se.tidig.prioritisation.process;
